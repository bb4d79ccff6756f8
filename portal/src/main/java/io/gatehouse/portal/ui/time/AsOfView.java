package io.gatehouse.portal.ui.time;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.ChampionThen;
import io.gatehouse.champions.TimeMachine;
import io.gatehouse.portal.downloads.TimeDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.PortalAddress;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Table;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which version of every model was in use on a day, on whose word and on which figures, under a permanent address. */
@Route(Places.AS_OF)
@PermitAll
public class AsOfView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient TimeMachine machine;
    private final transient TimeDownloads downloads;
    private final transient Clock clock;

    AsOfView(CurrentPerson current, TimeMachine machine, TimeDownloads downloads, Clock clock) {
        this.current = current;
        this.machine = machine;
        this.downloads = downloads;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        LocalDate today = Figures.day(clock.instant());
        Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter("at");
        Optional<LocalDate> read = asked.flatMap(AsOfView::parse);
        LocalDate day = read.orElse(today);
        List<ChampionThen> champions = machine.at(current.actor(), Figures.endOf(day));
        setPageTitle(text("as-of.heading", Figures.date(day)));
        removeAll();
        add(header(day, today, champions));
        if (asked.isPresent() && read.isEmpty()) {
            Div notice = new Div(new Span(text("answers.not-a-date", asked.get())));
            notice.addClassNames("gh-notice", "is-watch");
            notice.getElement().setAttribute("role", "status");
            add(notice);
        }
        if (champions.isEmpty()) {
            add(new EmptyState(text("home.empty"), text("home.empty.hint")));
            return;
        }
        Paragraph caveat = new Paragraph(text("as-of.caveat"));
        caveat.addClassName("gh-caption");
        add(table(day, champions), caveat);
    }

    private PageHeader header(LocalDate day, LocalDate today, List<ChampionThen> champions) {
        DatePicker at = new DatePicker(text("as-of.title"), day);
        at.setMax(today);
        at.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy").setFirstDayOfWeek(1));
        at.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                at.getUI().ifPresent(ui -> Places.go(ui, Places.asOf(change.getValue())));
            }
        });
        Div permanent = new Div(
                new Span(text("answers.permanent") + " "),
                Places.link(Places.asOf(day), PortalAddress.current() + "/" + Places.asOf(day)));
        permanent.addClassNames("gh-caption", "gh-as-of");
        PageHeader header = new PageHeader(text("as-of.heading", Figures.date(day)))
                .verdict(verdict(champions))
                .actions(
                        at,
                        new DownloadButton(
                                text("download.excel"),
                                () -> Optional.of(
                                        downloads.asOf(current.asker(), Figures.endOf(day), Places.asOf(day)))));
        header.add(permanent);
        return header;
    }

    private static String verdict(List<ChampionThen> champions) {
        long inUse = champions.stream().filter(then -> then.tenure() != null).count();
        if (champions.isEmpty() || inUse == 0) {
            return text("as-of.verdict.none");
        }
        return champions.size() == 1 ? text("as-of.verdict.one") : text("as-of.verdict", inUse, champions.size());
    }

    private static Table table(LocalDate day, List<ChampionThen> champions) {
        Table table = new Table(text("as-of.table"))
                .untitled()
                .column(text("as-of.model"))
                .column(text("as-of.version"))
                .column(text("as-of.since"))
                .column(text("as-of.approved"))
                .column(text("as-of.policy"))
                .numberColumn(text("as-of.auc"))
                .numberColumn(text("as-of.claimed"))
                .numberColumn(text("as-of.roi"))
                .numberColumn(text("as-of.worth"))
                .column(text("as-of.fairness"));
        champions.forEach(then -> {
            ThenCells cells = new ThenCells(then);
            table.row(
                    cells.model(),
                    cells.version(day),
                    new Span(cells.since()),
                    new Span(cells.approved()),
                    new Span(cells.policy()),
                    new Span(cells.auc()),
                    new Span(cells.claimed()),
                    new Span(cells.roi()),
                    new Span(cells.worth()),
                    cells.fairness());
        });
        return table;
    }

    private static Optional<LocalDate> parse(String date) {
        try {
            return Optional.of(LocalDate.parse(date));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
