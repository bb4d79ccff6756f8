package io.gatehouse.portal.ui.examination;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.examination.Examination;
import io.gatehouse.examination.Examination.Item;
import io.gatehouse.examination.Examination.State;
import io.gatehouse.examination.Examinations;
import io.gatehouse.portal.downloads.ExaminationDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.WhileUnderWay;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One sample: what was drawn, how far judging again is, and what came out. */
@Route("examinations/:id")
@PermitAll
public class ExaminationView extends Page implements BeforeEnterObserver {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final transient CurrentPerson current;
    private final transient Examinations examinations;
    private final transient ExaminationDownloads downloads;
    private long number;
    private boolean running;
    private final WhileUnderWay following = new WhileUnderWay(this, EVERY, () -> running, this::show);

    protected ExaminationView(CurrentPerson current, Examinations examinations, ExaminationDownloads downloads) {
        this.current = current;
        this.examinations = examinations;
        this.downloads = downloads;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        number = id.matches("EX-[0-9]{1,18}") ? Long.parseLong(id.substring(3)) : -1;
        setPageTitle(id, text("examinations.title"));
        show();
        following.check();
    }

    private void show() {
        Optional<Examination> found = examinations.find(current.actor(), number);
        Examination examination =
                found.orElseThrow(() -> new NotFoundException(text("examination.unknown", "EX-" + number)));
        running = examination.state() == State.RUNNING;
        removeAll();
        add(header(examination));
        if (running) {
            ProgressBar bar = new ProgressBar(0, 100, examination.progress());
            bar.getElement().setAttribute("aria-label", text("examination.progress"));
            add(bar);
        }
        add(section(
                text("examination.sample"),
                text("examination.sample.intro", Long.toString(examination.seed())),
                table(examination)));
    }

    private PageHeader header(Examination examination) {
        List<Component> actions = new ArrayList<>();
        if (running) {
            actions.add(new Button(text("examination.cancel"), click -> {
                examinations.cancel(current.actor(), number);
                show();
            }));
        }
        actions.add(new DownloadButton(
                text("download.excel"), () -> downloads.workbook(current.asker(), number, Places.examination(number))));
        actions.add(Places.printLink(Places.examination(number)));
        return new PageHeader("EX-" + number)
                .trail(new Breadcrumbs().to(Places.EXAMINATIONS, text("examinations.title")))
                .badge(ExaminationWords.badge(examination))
                .verdict(ExaminationWords.counts(examination))
                .asOf(text(
                        "examination.drawn",
                        examination.drawnBy(),
                        Figures.dateTime(examination.drawnAt()),
                        examination.population(),
                        Figures.date(examination.from()),
                        Figures.date(examination.to()),
                        Long.toString(examination.seed())))
                .actions(actions.toArray(Component[]::new));
    }

    private static Table table(Examination examination) {
        Table table = new Table(text("examination.sample"))
                .untitled()
                .column(text("examination.request"))
                .column(text("examination.version"))
                .column(text("examination.evaluation"))
                .column(text("examination.outcome"))
                .column(text("examination.detail"));
        for (Item item : examination.items()) {
            table.row(
                    Places.link(Places.promotion(item.request()), "PR-" + item.request()),
                    new Span(text("examination.version.of", item.model(), item.version())),
                    new Span(item.evaluation() == null ? Figures.notKnown() : "EV-" + item.evaluation()),
                    ExaminationWords.badge(item),
                    new Span(item.detail().isEmpty() ? "–" : Reader.said(item.detail())));
        }
        return table;
    }
}
