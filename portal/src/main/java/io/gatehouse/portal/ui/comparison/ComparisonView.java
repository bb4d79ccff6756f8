package io.gatehouse.portal.ui.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.comparison.Comparisons.VersionRef;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.KeptBoxes;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.SafeBandPicture;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.runcomparison.ParallelSection;
import io.gatehouse.portal.ui.runcomparison.ScatterSection;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.tracking.RunComparison.Line;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Up to five versions side by side, differences first. The address carries the whole selection, so it can be kept and sent. */
@Route(value = "compare", layout = MainLayout.class)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class ComparisonView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Comparisons comparisons;
    private final transient Champions champions;
    private final transient WorkbookDownloads downloads;
    private final KeptBoxes boxes = new KeptBoxes();

    protected ComparisonView(
            CurrentPerson current, Comparisons comparisons, Champions champions, WorkbookDownloads downloads) {
        this.current = current;
        this.comparisons = comparisons;
        this.champions = champions;
        this.downloads = downloads;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        setPageTitle(text("compare.title"));
        Actor actor = current.actor();
        ComparisonQuery query = ComparisonQuery.of(event.getLocation().getQueryParameters());
        if (query.subjects().isEmpty() && !query.model().isEmpty()) {
            query = query.of(comparisons.usual(actor, query.model()));
        }
        if (query.subjects().isEmpty()) {
            add(new PageHeader(text("compare.title")), nothingChosen(actor));
            return;
        }
        switch (comparisons.compare(actor, query.subjects())) {
            case Comparisons.Result.Compared compared -> show(actor, query, compared.comparison());
            case Comparisons.Result.Refused refused -> refuse(actor, query, refused.sentence());
        }
    }

    private void show(Actor actor, ComparisonQuery query, Comparison comparison) {
        PageHeader header = header(query)
                .verdict(comparison.summary().stream().map(Reader::said).collect(Collectors.joining(" ")))
                .actions(download(query, comparison), Places.printLink(query.place()));
        add(header, chips(actor, query, comparison.subjects()));
        comparison.warnings().forEach(warning -> add(warning(warning)));
        add(onlyDifferences(query, comparison));
        for (Comparison.Group group : comparison.groups()) {
            if (!group.rows().isEmpty()) {
                add(group(group, comparison.subjects(), query));
            }
        }
        if (comparison.subjects().size() > 1) {
            add(pictures(query, comparison));
        }
        safe(comparison.subjects()).ifPresent(this::add);
    }

    /** As runs are drawn: each version across what differs, and any two figures or parameters against each other. */
    private static Component[] pictures(ComparisonQuery query, Comparison comparison) {
        List<String> names = VersionNames.of(comparison.subjects());
        List<Line> lines = VersionLines.of(comparison);
        return new Component[] {
            new ParallelSection("compare", names, lines),
            new ScatterSection(
                    "compare",
                    names,
                    lines,
                    query.x(),
                    query.y(),
                    (along, up) -> query.withAxes(along, up).place())
        };
    }

    /** At which thresholds each would pass; nothing where that was told of none. */
    private static Optional<Section> safe(List<Comparison.Subject> subjects) {
        List<String> names = VersionNames.of(subjects);
        List<Component> bands = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            Evaluation evaluation = subjects.get(i).evaluation();
            SafeBand band = evaluation == null ? null : evaluation.wayOut();
            if (band != null) {
                bands.add(new H3(names.get(i)));
                bands.add(new SafeBandPicture(band, text("compare.safe.finding", names.get(i))));
            }
        }
        return bands.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        section(text("compare.safe"), text("compare.safe.intro"), bands.toArray(Component[]::new)));
    }

    private DownloadButton download(ComparisonQuery query, Comparison comparison) {
        return new DownloadButton(
                text("compare.download"),
                () -> Optional.of(downloads.comparison(current.asker(), comparison, query.place())));
    }

    private void refuse(Actor actor, ComparisonQuery query, Sentence sentence) {
        add(header(query), chips(actor, query, List.of()), warning(sentence));
    }

    private PageHeader header(ComparisonQuery query) {
        VersionRef baseline = query.subjects().getFirst();
        String versions = query.subjects().stream()
                .map(subject -> String.valueOf(subject.version()))
                .collect(Collectors.joining(", "));
        String title =
                query.oneModel() ? text("compare.heading", versions, baseline.model()) : text("compare.heading.models");
        setPageTitle(title, text("compare.title"));
        return new PageHeader(title)
                .trail(new Breadcrumbs()
                        .to(Places.MODELS, text("menu.models"))
                        .to(Places.model(baseline.model()), baseline.model()));
    }

    private SubjectChips chips(Actor actor, ComparisonQuery query, List<Comparison.Subject> subjects) {
        return new SubjectChips(
                query,
                subjects,
                others(actor, query),
                champions.summaries(actor).stream()
                        .map(ChampionSummary::model)
                        .filter(model -> query.subjects().stream()
                                .noneMatch(subject -> subject.model().equals(model)))
                        .sorted()
                        .toList(),
                model -> comparisons.usual(current.actor(), model).stream().findFirst());
    }

    /** Versions of the same models that could be added. */
    private List<VersionRef> others(Actor actor, ComparisonQuery query) {
        List<String> models =
                query.subjects().stream().map(VersionRef::model).distinct().toList();
        return comparisons.versions(actor, models).stream()
                .filter(version -> !query.subjects().contains(version))
                .toList();
    }

    private static Div warning(Sentence sentence) {
        Div notice = new Notice(Tone.WATCH, new Paragraph(sentence.in(Reader.language())));
        return notice;
    }

    private Div onlyDifferences(ComparisonQuery query, Comparison comparison) {
        long rows = comparison.groups().stream()
                .mapToLong(group -> group.rows().size())
                .sum();
        long different = comparison.groups().stream()
                .mapToLong(Comparison.Group::differences)
                .sum();
        Checkbox only = boxes.box(
                "only", text("compare.only", different, rows), !query.all(), ticked -> go(query.showingAll(!ticked)));
        Checkbox turned =
                boxes.box("turned", text("compare.turned"), query.turned(), ticked -> go(query.turned(ticked)));
        Div bar = new Div(only, turned);
        bar.addClassName("gh-toolbar");
        return bar;
    }

    private void go(ComparisonQuery wanted) {
        getUI().ifPresent(ui -> Places.go(ui, wanted.place()));
    }

    private static Section group(Comparison.Group group, List<Comparison.Subject> subjects, ComparisonQuery query) {
        String title = Reader.word(group.kind());
        List<Row> rows = query.all()
                ? group.rows()
                : group.rows().stream().filter(Row::differs).toList();
        String counts = text("compare.counts", group.differences(), group.rows().size());
        Section section = rows.isEmpty()
                ? section(title, text("compare.same", group.rows().size()))
                : section(title, counts, new ComparisonTable(title, subjects, rows, query.turned()));
        section.setId(group.kind().name().toLowerCase(Locale.ROOT));
        return section;
    }

    private EmptyState nothingChosen(Actor actor) {
        Anchor[] links = champions.summaries(actor).stream()
                .map(champion -> link(champion.model()))
                .toArray(Anchor[]::new);
        return new EmptyState(
                text("compare.nothing"),
                text(links.length == 0 ? "compare.nothing.none" : "compare.nothing.hint"),
                links);
    }

    private Anchor link(String model) {
        Anchor link = Places.button(Places.compare(comparisons.usual(current.actor(), model)), model);
        return link;
    }
}
