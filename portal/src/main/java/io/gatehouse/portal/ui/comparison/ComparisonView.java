package io.gatehouse.portal.ui.comparison;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.Champions;
import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.comparison.Comparisons.VersionRef;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.sentences.Sentence;
import jakarta.annotation.security.PermitAll;
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
            query = new ComparisonQuery(comparisons.usual(actor, query.model()), query.model(), query.all());
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
                add(group(group, comparison.subjects(), query.all()));
            }
        }
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
        boolean oneModel =
                query.subjects().stream().allMatch(subject -> subject.model().equals(baseline.model()));
        String versions = query.subjects().stream()
                .map(subject -> String.valueOf(subject.version()))
                .collect(Collectors.joining(", "));
        String title = oneModel ? text("compare.heading", versions, baseline.model()) : text("compare.heading.models");
        setPageTitle(title, text("compare.title"));
        return new PageHeader(title)
                .trail(new Breadcrumbs()
                        .to(Places.MODELS, text("menu.models"))
                        .to(Places.model(baseline.model()), baseline.model()));
    }

    private SubjectChips chips(Actor actor, ComparisonQuery query, List<Comparison.Subject> subjects) {
        return new SubjectChips(query, subjects, others(actor, query));
    }

    /** Versions of the same model that could be added. */
    private List<VersionRef> others(Actor actor, ComparisonQuery query) {
        String model = query.subjects().getFirst().model();
        return champions.page(actor, model).stream()
                .flatMap(page -> page.versions().stream())
                .map(version -> new VersionRef(model, version.version()))
                .filter(version -> !query.subjects().contains(version))
                .toList();
    }

    private static Div warning(Sentence sentence) {
        Div notice = new Notice(Tone.WATCH, new Paragraph(sentence.in(Reader.language())));
        return notice;
    }

    private static Div onlyDifferences(ComparisonQuery query, Comparison comparison) {
        long rows = comparison.groups().stream()
                .mapToLong(group -> group.rows().size())
                .sum();
        long different = comparison.groups().stream()
                .mapToLong(Comparison.Group::differences)
                .sum();
        Checkbox only = new Checkbox(text("compare.only", different, rows), !query.all());
        only.addValueChangeListener(change -> only.getUI()
                .ifPresent(
                        ui -> Places.go(ui, query.showingAll(!change.getValue()).place())));
        Div bar = new Div(only);
        bar.addClassName("gh-toolbar");
        return bar;
    }

    private static Section group(Comparison.Group group, List<Comparison.Subject> subjects, boolean all) {
        String title = Reader.word(group.kind());
        List<Row> rows =
                all ? group.rows() : group.rows().stream().filter(Row::differs).toList();
        String counts = text("compare.counts", group.differences(), group.rows().size());
        Section section = rows.isEmpty()
                ? section(title, text("compare.same", group.rows().size()))
                : section(title, counts, new ComparisonTable(title, subjects, rows));
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
