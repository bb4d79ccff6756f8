package io.gatehouse.portal.ui.time;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.ChampionThen;
import io.gatehouse.champions.Tenure;
import io.gatehouse.champions.TimeMachine;
import io.gatehouse.portal.downloads.TimeDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.FieldWords;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.RowsTable;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which version of every model was in use on a day, on whose word and on which figures, under a permanent address. */
@Route(Places.AS_OF)
@PermitAll
public class AsOfView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient TimeMachine machine;
    private final transient TimeDownloads downloads;
    private final transient Clock clock;

    protected AsOfView(CurrentPerson current, TimeMachine machine, TimeDownloads downloads, Clock clock) {
        this.current = current;
        this.machine = machine;
        this.downloads = downloads;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AskedDay asked = AskedDay.of(event.getLocation(), clock.instant());
        LocalDate day = asked.day();
        List<ChampionThen> champions = machine.at(current.actor(), Figures.endOf(day));
        setPageTitle(text("as-of.heading", Figures.date(day)));
        removeAll();
        add(header(asked, champions));
        asked.notice().ifPresent(this::add);
        if (champions.isEmpty()) {
            add(new EmptyState(text("home.empty"), text("home.empty.hint")));
            return;
        }
        Paragraph caveat = new Paragraph(text("as-of.caveat"));
        caveat.addClassName("gh-caption");
        add(table(day, champions, event.getLocation()), caveat);
    }

    private PageHeader header(AskedDay asked, List<ChampionThen> champions) {
        LocalDate day = asked.day();
        DatePicker at = new DatePicker(text("as-of.title"), day);
        at.setMax(asked.today());
        at.setI18n(FieldWords.days());
        at.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                at.getUI().ifPresent(ui -> Places.go(ui, Places.asOf(change.getValue())));
            }
        });
        PageHeader header = new PageHeader(text("as-of.heading", Figures.date(day)))
                .verdict(verdict(champions))
                .actions(
                        at,
                        new DownloadButton(
                                text("download.excel"),
                                () -> Optional.of(
                                        downloads.asOf(current.asker(), Figures.endOf(day), Places.asOf(day)))),
                        Places.printLink(Places.asOf(day)));
        header.add(asked.permanence(Places.asOf(day)));
        return header;
    }

    private static String verdict(List<ChampionThen> champions) {
        long inUse = champions.stream().filter(then -> then.tenure() != null).count();
        if (champions.isEmpty() || inUse == 0) {
            return text("as-of.verdict.none");
        }
        if (champions.size() == 1) {
            return text("as-of.verdict.one");
        }
        return text(inUse == 1 ? "as-of.verdict.single" : "as-of.verdict", inUse, champions.size());
    }

    private RowsTable<ChampionThen> table(LocalDate day, List<ChampionThen> champions, Location at) {
        RowsTable<ChampionThen> table = new RowsTable<>(
                        text("as-of.table"), () -> machine.at(current.actor(), Figures.endOf(day)), at)
                .known(champions)
                .column("model", text("as-of.model"), then -> cells(then).model(), ChampionThen::model)
                .column(
                        "version",
                        text("as-of.version"),
                        then -> cells(then).version(day),
                        then -> held(then, Tenure::version))
                .column(
                        "since",
                        text("as-of.since"),
                        then -> oneLine(cells(then).since()),
                        then -> held(then, Tenure::from))
                .column(
                        "approved",
                        text("as-of.approved"),
                        then -> cells(then).approvers(),
                        then -> cells(then).approved())
                .column(
                        "policy",
                        text("as-of.policy"),
                        then -> new Span(cells(then).policy()),
                        then -> cells(then).policy());
        ThenColumns<ChampionThen> figures = new ThenColumns<>(then -> then);
        return figures.worth(figures.auc(table))
                .numberColumn(
                        "claimed",
                        text("as-of.claimed"),
                        then -> new Span(cells(then).claimed()),
                        then -> figures.figure(then, found -> found.claimed().claimed()))
                .choice(
                        "policy",
                        text("as-of.policy"),
                        then -> held(then, Tenure::policy) == null
                                ? ""
                                : cells(then).policy())
                .found(then -> String.join(
                        " ", then.model(), cells(then).approved(), cells(then).policy()))
                .shown();
    }

    private static Span oneLine(String words) {
        Span line = new Span(words);
        line.addClassName("gh-one-line");
        return line;
    }

    private static ThenCells cells(ChampionThen then) {
        return new ThenCells(then);
    }

    private static <T> @Nullable T held(ChampionThen then, Function<Tenure, T> what) {
        return then.tenure() == null ? null : what.apply(then.tenure());
    }
}
