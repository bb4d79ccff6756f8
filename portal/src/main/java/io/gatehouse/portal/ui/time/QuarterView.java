package io.gatehouse.portal.ui.time;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.Quarter;
import io.gatehouse.champions.QuarterInReview;
import io.gatehouse.champions.QuarterInReview.AcceptedCheck;
import io.gatehouse.champions.QuarterInReview.Decision;
import io.gatehouse.champions.QuarterInReview.Happening;
import io.gatehouse.champions.QuarterInReview.ModelQuarter;
import io.gatehouse.champions.QuarterReviews;
import io.gatehouse.people.Action;
import io.gatehouse.portal.downloads.TimeDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.downloads.InBackground;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A quarter of all models beside another, under a permanent address: what a board goes through. */
@Route(Places.QUARTERS)
@PermitAll
public class QuarterView extends Page implements BeforeEnterObserver {
    private static final int YEARS_ON_OFFER = 3;

    private final transient CurrentPerson current;
    private final transient QuarterReviews reviews;
    private final transient TimeDownloads downloads;
    private final transient InBackground background;
    private final transient Clock clock;

    protected QuarterView(
            CurrentPerson current,
            QuarterReviews reviews,
            TimeDownloads downloads,
            InBackground background,
            Clock clock) {
        this.background = background;
        this.current = current;
        this.reviews = reviews;
        this.downloads = downloads;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AskedQuarters asked = AskedQuarters.of(event.getLocation(), clock.instant());
        QuarterInReview review = reviews.of(current.actor(), asked.later(), asked.earlier());
        setPageTitle(text("quarter.title", review.later().words()));
        removeAll();
        add(header(review));
        asked.notUnderstood().forEach(word -> {
            Div notice = new Notice(Tone.WATCH, new Span(text("timeline.not-a-quarter", word)));
            notice.getElement().setAttribute("role", "status");
            add(notice);
        });
        if (review.models().isEmpty()) {
            add(new EmptyState(text("home.empty"), text("home.empty.hint")));
            return;
        }
        Paragraph caveat = new Paragraph(text("as-of.caveat"));
        caveat.addClassName("gh-caption");
        add(section(text("quarter.models"), models(review, event.getLocation()), caveat));
        add(section(text("quarter.happened"), happened(review)));
        decisions(review).ifPresent(this::add);
        accepted(review).ifPresent(this::add);
    }

    private PageHeader header(QuarterInReview review) {
        Quarter later = Quarter.parse(review.later().quarter()).orElseThrow();
        Quarter earlier = Quarter.parse(review.earlier().quarter()).orElseThrow();
        Quarter last = Quarter.of(Figures.day(clock.instant()));
        Quarter first = new Quarter(last.year() - YEARS_ON_OFFER, last.number());
        String place = Places.quarters(later, earlier);
        PageHeader header = new PageHeader(text(
                        "quarter.heading",
                        words(review.later()),
                        review.earlier().words()))
                .verdict(review.sentences().stream().map(Reader::said).collect(Collectors.joining(" ")))
                .asOf(text("as-of", Figures.dateTime(clock.instant())))
                .actions(
                        new QuarterChoice(
                                text("timeline.quarter"),
                                first,
                                last,
                                later,
                                chosen -> Places.quarters(chosen, earlierThan(chosen, earlier))),
                        new QuarterChoice(
                                text("timeline.with"),
                                first,
                                later.before(),
                                earlier,
                                chosen -> Places.quarters(later, chosen)),
                        new DownloadButton(
                                text("download.excel"),
                                () -> Optional.of(downloads.quarter(current.asker(), later, earlier, place))),
                        Places.printLink(place));
        if (background.orders().longOfModels(review.models().size())) {
            header.actions(
                    background.button(() -> background.orders().quarter(current.asker(), later, earlier, place)));
        }
        return header;
    }

    /** Whoever moves on a quarter wants it beside the one before it, unless the other is still earlier. */
    private static Quarter earlierThan(Quarter later, Quarter earlier) {
        return earlier.from().isBefore(later.from()) ? earlier : later.before();
    }

    private static String words(QuarterInReview.Span span) {
        return span.over() ? span.words() : text("timeline.so-far", span.words());
    }

    /** Every model that fits what the address asks for; on a screen a page at a time. */
    protected RowsTable<ModelQuarter> table(Supplier<List<ModelQuarter>> models, Location at) {
        return new RowsTable<>(text("quarter.models"), models, at);
    }

    private RowsTable<ModelQuarter> models(QuarterInReview review, Location at) {
        LocalDate end = Figures.day(review.later().until());
        LocalDate start = Figures.day(review.earlier().until());
        Quarter later = Quarter.parse(review.later().quarter()).orElseThrow();
        Quarter earlier = Quarter.parse(review.earlier().quarter()).orElseThrow();
        RowsTable<ModelQuarter> table = table(
                        () -> reviews.of(current.actor(), later, earlier).models(), at)
                .known(review.models())
                .column("model", text("as-of.model"), QuarterView::model, ModelQuarter::model)
                .column("change", text("quarter.change"), QuarterView::badge, ModelQuarter::change)
                .column(
                        "before",
                        text("quarter.end-of", review.earlier().words()),
                        each -> new ThenCells(each.earlier()).version(start),
                        each -> each.earlier().tenure() == null
                                ? null
                                : each.earlier().tenure().version())
                .column(
                        "version",
                        review.later().over()
                                ? text("quarter.end-of", review.later().words())
                                : text("quarter.now"),
                        each -> new ThenCells(each.later()).version(end),
                        each -> each.later().tenure() == null
                                ? null
                                : each.later().tenure().version());
        ThenColumns<ModelQuarter> figures = new ThenColumns<>(ModelQuarter::later);
        return figures.worth(figures.auc(table))
                .choice("change", text("quarter.change"), each -> Reader.word(each.change()))
                .found(each -> each.model() + " " + each.against().in(Reader.language()))
                .shown();
    }

    private static Component model(ModelQuarter each) {
        Div against = new Div(new Span(each.against().in(Reader.language())));
        against.addClassName("gh-caption");
        return new Div(Places.link(Places.timeline(each.model()), each.model()), against);
    }

    private static StatusBadge badge(ModelQuarter each) {
        Tone tone = switch (each.change()) {
            case REPLACED, FIRST -> Tone.OK;
            case GONE -> Tone.WATCH;
            case SAME, NONE -> Tone.NONE;
        };
        return new StatusBadge(tone, Reader.word(each.change()));
    }

    private Component happened(QuarterInReview review) {
        if (review.happened().isEmpty()) {
            return new EmptyState(text("timeline.changed.none"), text("quarter.happened.none.hint"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        for (Happening happening : review.happened()) {
            Div words = new Div(
                    happening.model().isEmpty()
                            ? new Span(text("quarter.everywhere"))
                            : Places.link(Places.model(happening.model()), happening.model()));
            words.addClassName("gh-grow");
            Div sentence = new Div(new Span(happening.event().sentence().in(Reader.language())));
            sentence.addClassName("gh-muted");
            words.add(sentence);
            Span when = new Span(Figures.dateTime(happening.event().at()));
            when.addClassName("gh-caption");
            list.add(new ListItem(
                    EventCells.badge(happening.event()),
                    words,
                    when,
                    EventCells.cause(
                            happening.event(), current.may(Action.READ_PROMOTION), current.may(Action.READ_POLICY))));
        }
        return list;
    }

    private static Optional<Section> decisions(QuarterInReview review) {
        List<Decision> decisions = review.decisions();
        if (decisions == null) {
            return Optional.empty();
        }
        if (decisions.isEmpty()) {
            return Optional.of(section(
                    text("quarter.decisions"),
                    new EmptyState(text("quarter.decisions.none"), text("quarter.decisions.none.hint"))));
        }
        Table table = new Table(text("quarter.decisions"))
                .untitled()
                .column(text("quarter.request"))
                .column(text("as-of.model"))
                .column(text("as-of.version"))
                .column(text("quarter.use"))
                .column(text("quarter.outcome"))
                .column(text("quarter.asked-by"))
                .column(text("quarter.decided-on"));
        decisions.forEach(each -> table.row(
                Places.link(Places.promotion(each.number()), "PR-" + each.number()),
                new Span(each.model()),
                new Span(text("version", each.version())),
                new Span(Reader.word(each.use())),
                StatusBadge.of(each.state()),
                new PersonTag(each.requestedBy()),
                new Span(Figures.dateTime(each.decidedAt()))));
        return Optional.of(section(text("quarter.decisions"), table));
    }

    private static Optional<Section> accepted(QuarterInReview review) {
        List<AcceptedCheck> accepted = review.accepted();
        if (accepted == null || accepted.isEmpty()) {
            return Optional.empty();
        }
        Table table = new Table(text("quarter.accepted"))
                .untitled()
                .column(text("quarter.override"))
                .column(text("as-of.model"))
                .column(text("as-of.version"))
                .column(text("quarter.check"))
                .column(text("quarter.proposed-by"))
                .column(text("quarter.agreed-by"))
                .column(text("quarter.agreed-on"))
                .column(text("quarter.until"));
        accepted.forEach(each -> table.row(
                Places.link(Places.override(each.number()), "OV-" + each.number()),
                new Span(each.model()),
                new Span(text("version", each.version())),
                new Span(Reader.word(each.check())),
                new PersonTag(each.proposedBy()),
                new PersonTag(each.agreedBy()),
                new Span(Figures.dateTime(each.agreedAt())),
                new Span(Figures.date(each.until()))));
        return Optional.of(section(text("quarter.accepted"), table));
    }
}
