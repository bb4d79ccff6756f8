package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.champions.ClaimedMetric;
import io.gatehouse.champions.InUse;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figure that the run claimed, the one that the evidence gives, and the one in use, side by side with the gap in words. */
final class ClaimedSection {
    private static final String TEST = "test_";

    private final ClaimedFigure figure;

    /** Whether there is a figure in use to compare with. */
    private final boolean lived;

    private ClaimedSection(ClaimedFigure figure) {
        this.figure = figure;
        this.lived = figure.live() != null;
    }

    /** The AUC has its row even where its run claimed none. @param maySay whether the reader may say what became of customers */
    static Section of(String model, ClaimedFigure figure, boolean maySay) {
        return new ClaimedSection(figure).section(model, maySay);
    }

    private Section section(String model, boolean maySay) {
        Paragraph intro = new Paragraph(text("claimed.intro"));
        intro.addClassName("gh-section-intro");
        List<Component> parts = new ArrayList<>(List.of(new H2(text("claimed.title")), intro, table()));
        parts.add(new Paragraph(words()));
        InUse outcomes = figure.outcomes();
        if (outcomes != null && !outcomes.caveats().isEmpty()) {
            UnorderedList caveats = new UnorderedList();
            caveats.addClassName("gh-caption");
            outcomes.caveats().forEach(caveat -> caveats.add(new ListItem(caveat.in(Reader.language()))));
            parts.add(caveats);
        }
        parts.add(new Paragraph(
                Places.link(Places.outcomes(model), text(maySay ? "claimed.outcomes.say" : "claimed.outcomes.read"))));
        Section section = new Section(parts.toArray(Component[]::new));
        section.addClassName("gh-section");
        section.setId("claimed");
        return section;
    }

    private String words() {
        InUse outcomes = figure.outcomes();
        return Stream.of(
                        figure.gap(),
                        figure.inUse(),
                        outcomes == null ? null : outcomes.gap(),
                        outcomes == null ? null : outcomes.flagged())
                .filter(Objects::nonNull)
                .map(Reader::said)
                .collect(Collectors.joining(" "));
    }

    private Table table() {
        Table table = new Table(text("claimed.title"))
                .untitled()
                .column(text("claimed.figure"))
                .numberColumn(text("claimed.claimed"))
                .numberColumn(text("claimed.recomputed"), Term.RECOMPUTED)
                .numberColumn(text("claimed.live"))
                .column(text("claimed.gap"));
        if (lived) {
            table.column(text("claimed.live.gap"));
        }
        if (figure.metrics().stream().noneMatch(metric -> metric.name().equals("test_auc"))) {
            table.row(auc());
        }
        figure.metrics().forEach(metric -> table.row(row(metric)));
        return table;
    }

    private String[] auc() {
        String[] cells = {
            text("claimed.figure.auc"),
            text("claimed.absent"),
            index(figure.recomputed()),
            live("test_auc", figure.live()),
            text("claimed.gap.none")
        };
        InUse outcomes = figure.outcomes();
        return lived ? with(cells, outcomes == null ? null : outcomes.gap()) : cells;
    }

    private String[] row(ClaimedMetric metric) {
        String[] cells = {
            Reader.figure("claimed." + metric.name()),
            index(metric.claimed()),
            index(metric.recomputed()),
            live(metric.name(), metric.live()),
            metric.gap().in(Reader.language())
        };
        return lived ? with(cells, metric.inUse()) : cells;
    }

    private static String[] with(String[] cells, @Nullable Sentence last) {
        return Stream.concat(
                        Stream.of(cells),
                        Stream.of(last == null ? text("claimed.live.gap.none") : last.in(Reader.language())))
                .toArray(String[]::new);
    }

    private String live(String name, @Nullable Double value) {
        if (value != null) {
            return Figures.index(value);
        }
        InUse outcomes = figure.outcomes();
        if (outcomes == null) {
            return text("claimed.live.none");
        }
        return switch (outcomes.figures().state()) {
            case KNOWN -> name.startsWith(TEST) ? Figures.notKnown() : text("claimed.live.other");
            case TOO_FEW -> text("claimed.live.few");
            case TOO_EARLY -> text("claimed.live.early");
            case NOT_SCORED -> text("claimed.live.unscored");
        };
    }

    private static String index(@Nullable Double value) {
        return value == null ? Figures.notKnown() : Figures.index(value);
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
