package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.people.Action;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.downloads.WorkbookDownloads.Matter;
import io.gatehouse.portal.packs.PackFiles;
import io.gatehouse.portal.packs.PromotionPacks;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.ReviewsChanged;
import io.gatehouse.portal.ui.Shortcut;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.KeyboardPlace;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.ProvenanceLine;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.WhileUnderWay;
import io.gatehouse.portal.ui.downloads.InBackground;
import io.gatehouse.portal.ui.overrides.OverrideCards;
import io.gatehouse.promotion.Discussions;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Sentence;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One promotion request, to be read from top to bottom and then decided. */
@Route(value = "promotions/:number", layout = MainLayout.class)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class ReviewView extends Page implements BeforeEnterObserver {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final transient CurrentPerson current;
    private final transient PromotionDossiers dossiers;
    private final transient Promotions promotions;
    private final transient Discussions discussions;
    private final transient ObjectProvider<Comparisons> comparisons;
    private final transient WorkbookDownloads downloads;
    private final transient InBackground background;
    private final transient PromotionPacks packs;
    private final transient ModelCards cards;
    private final transient Policies policies;
    private final transient Overrides overrides;
    private final transient Clock clock;
    private long number;
    private String place = "";
    private RequestState shown = RequestState.DRAFT;
    private String told = "";
    private boolean acted;
    private final WhileUnderWay following =
            new WhileUnderWay(this, EVERY, () -> shown == RequestState.EVALUATING, this::look);

    protected ReviewView(
            CurrentPerson current,
            PromotionDossiers dossiers,
            Promotions promotions,
            Discussions discussions,
            ObjectProvider<Comparisons> comparisons,
            WorkbookDownloads downloads,
            PromotionPacks packs,
            ModelCards cards,
            Policies policies,
            Overrides overrides,
            InBackground background,
            Clock clock) {
        this.background = background;
        this.cards = cards;
        this.policies = policies;
        this.overrides = overrides;
        this.clock = clock;
        this.packs = packs;
        this.current = current;
        this.dossiers = dossiers;
        this.promotions = promotions;
        this.discussions = discussions;
        this.comparisons = comparisons;
        this.downloads = downloads;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String address = event.getRouteParameters().get("number").orElse("");
        acted = false;
        number = requestNumber(address).orElseThrow(() -> new NotFoundException(text("review.not-found", address)));
        place = event.getLocation().getPathWithQueryParameters();
        show(read().orElseThrow(() -> new NotFoundException(text("review.not-found", address))));
        // The router keeps this view when a reader goes from one request to another.
        following.check();
    }

    /** {@code PR-42} or {@code 42}. */
    static Optional<Long> requestNumber(String address) {
        String digits = address.startsWith("PR-") ? address.substring(3) : address;
        return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private Optional<PromotionDossier> read() {
        return dossiers.dossier(current.actor(), number);
    }

    private void refresh() {
        read().ifPresent(this::show);
        following.check();
    }

    /** Draws nothing anew under somebody who reads or writes before there is something new; whoever acted stays where it is told. */
    private void look() {
        read().filter(now -> now.state() != shown || !now.statusLine().english().equals(told))
                .ifPresent(now -> {
                    show(now);
                    if (acted) {
                        KeyboardPlace.keep(this, StatusNotice.ID);
                    }
                });
    }

    /** After a decision, with the keyboard on the line that says where the request stands now. */
    private void decided() {
        acted = true;
        refresh();
        getUI().ifPresent(page -> ComponentUtil.fireEvent(page, new ReviewsChanged(page)));
        KeyboardPlace.moveTo(this, StatusNotice.ID);
    }

    private void commented(long comment) {
        refresh();
        KeyboardPlace.moveTo(this, DiscussionPanel.id(comment));
    }

    /** A refusal means that the request moved on meanwhile, which the page then shows. */
    private void evaluateAgain() {
        promotions.evaluateAgain(current.actor(), number);
        decided();
    }

    private void show(PromotionDossier dossier) {
        shown = dossier.state();
        told = dossier.statusLine().english();
        removeAll();
        String title = title(dossier);
        setPageTitle("PR-" + dossier.number(), dossier.model(), text("review.title"));
        Div story = new Div();
        story.addClassName("gh-review-story");
        story.add(new StatusNotice(dossier, this::evaluateAgain));
        DiscussionPanel discussion = new DiscussionPanel(dossier, current, discussions, this::commented);
        evidence(dossier, story, discussion);
        card(dossier).ifPresent(story::add);
        story.add(section(text("review.origin"), new OriginFacts(dossier, pack(dossier))));
        story.add(discussion);
        story.add(section(text("review.history"), new HistoryList(dossier)));
        DecisionRail rail = new DecisionRail(dossier, current, promotions, discussion, this::decided);
        rail.add(new OnThisPage(story, place));
        Div columns = new Div(story, rail);
        columns.addClassName("gh-review");
        add(header(dossier, title), columns, provenance(dossier));
    }

    private static String title(PromotionDossier dossier) {
        Integer champion = dossier.championVersion();
        String end = end(dossier.state());
        return champion == null
                ? text("review.title.first" + end, dossier.version(), dossier.model())
                : text("review.title" + end, champion, dossier.version(), dossier.model());
    }

    /** A question while it is open, and what became of it afterwards. */
    private static String end(RequestState state) {
        return switch (state) {
            case DRAFT, EVALUATING, AWAITING_REVIEW, CHANGES_REQUESTED -> ".question";
            case APPROVED -> ".soon";
            case EXECUTED, ROLLED_BACK -> ".done";
            case REJECTED, WITHDRAWN, EXPIRED, OUTDATED -> ".not";
        };
    }

    private PageHeader header(PromotionDossier dossier, String title) {
        PageHeader header = new PageHeader(title)
                .explained(Term.PROMOTION_REQUEST)
                .trail(new Breadcrumbs()
                        .to(Places.PROMOTIONS, text("menu.reviews"))
                        .to(Places.model(dossier.model()), dossier.model()))
                .badge(StatusBadge.of(dossier.state()))
                .asOf(text(
                        "review.asked",
                        "PR-" + dossier.number(),
                        dossier.requestedBy(),
                        Figures.dateTime(dossier.requestedAt()),
                        dossier.trainedBy(),
                        Reader.word(dossier.use())));
        if (!dossier.note().isBlank()) {
            Paragraph note = new Paragraph(Reader.quoted(dossier.note().strip()));
            note.addClassName("gh-review-note");
            header.add(note);
        }
        Evaluation evaluation = dossier.evaluation();
        if (evaluation != null) {
            header.actions(new DownloadButton(
                    text("review.download"),
                    () -> downloads.dossier(current.asker(), dossier, Places.promotion(dossier.number()))));
        }
        header.actions(Places.printLink(Places.promotion(dossier.number())));
        return header;
    }

    /** All that judging again elsewhere takes, where something was judged and its case kept; read with the click alone. */
    private Optional<Component> pack(PromotionDossier dossier) {
        return Optional.ofNullable(dossier.evaluation())
                .filter(evaluation -> packs.kept(current.actor(), evaluation.id()))
                .map(evaluation -> {
                    Span both = new Span(
                            new DownloadButton(
                                    text("review.origin.pack"),
                                    () -> packs.download(current.asker(), dossier.number())),
                            background.button(() -> PackFiles.order(current.asker(), dossier.number())));
                    both.addClassName("gh-chips");
                    return both;
                });
    }

    @Override
    public Optional<Shortcut> shortcut() {
        return Optional.of(new Shortcut(text("review.skip"), DecisionRail.ID));
    }

    private void evidence(PromotionDossier dossier, Div story, DiscussionPanel discussion) {
        Evaluation evaluation = dossier.evaluation();
        if (evaluation == null) {
            if (dossier.state() == RequestState.EVALUATING) {
                story.add(running());
                return;
            }
            story.add(noEvidence(dossier));
            script(dossier).ifPresent(story::add);
            return;
        }
        if (!dossier.recommendation().isEmpty()) {
            story.add(explained(
                    section(text("review.recommendation"), recommendation(dossier.recommendation())), Term.EVIDENCE));
        }
        EvidenceSections sections = new EvidenceSections(evaluation, matter -> takenAway(matter, dossier));
        // Whoever reads a refusal wants to know at once what would change it; where all is well, that comes last.
        Optional<Section> wayOut = sections.wayOut();
        wayOut.filter(section -> sections.refused()).ifPresent(story::add);
        OverrideCards cards = new OverrideCards(current, overrides, clock.instant(), this::decided);
        story.add(
                new CheckList(evaluation, dossier.comments(), discussion::discuss, check -> cards.of(dossier, check)));
        changes(dossier).ifPresent(story::add);
        sections.checks().forEach(story::add);
        wayOut.filter(section -> !sections.refused()).ifPresent(story::add);
    }

    private Component takenAway(Matter matter, PromotionDossier dossier) {
        Span ways = new Span(
                new DownloadButton(
                        text("review.download." + matter),
                        () -> downloads.matter(matter, current.asker(), dossier, Places.promotion(dossier.number()))),
                Places.printLink(Places.matter(matter, dossier.number())));
        ways.addClassName("gh-chips");
        return ways;
    }

    private Optional<Section> changes(PromotionDossier dossier) {
        Integer champion = dossier.championVersion();
        Comparisons reader = comparisons.getIfAvailable();
        if (champion == null || reader == null || champion == dossier.version()) {
            return Optional.empty();
        }
        return WhatChanges.between(reader, current.actor(), dossier.model(), champion, dossier.version())
                .map(changes -> anchored(
                        "changes", explained(section(text("review.changes", champion), changes), Term.CANDIDATE)));
    }

    /** What the card of the version says of the fields that the policy asks for; empty if the version is gone. */
    private Optional<Section> card(PromotionDossier dossier) {
        return cards.find(current.actor(), dossier.model(), dossier.version())
                .map(answers -> anchored("card", new CardPanel(answers, asked(dossier), current).section()));
    }

    private List<CardField> asked(PromotionDossier dossier) {
        return Optional.ofNullable(dossier.evaluation())
                .map(Evaluation::policy)
                .flatMap(policy -> policies.version(current.actor(), policy.name(), policy.version()))
                .map(policy -> policy.document().cardFields())
                .orElse(List.of());
    }

    private static Div recommendation(List<Sentence> sentences) {
        Div panel = new Div();
        panel.addClassNames("gh-panel", "gh-recommendation");
        sentences.forEach(sentence -> panel.add(new Paragraph(sentence.in(Reader.language()))));
        return panel;
    }

    private static Section running() {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", text("review.running"));
        Span words = new Span(text("review.running.words"));
        words.getElement().setAttribute("role", "status");
        Section running = new Section(new H2(text("review.running")), bar, words);
        running.addClassNames("gh-section", "gh-panel");
        return running;
    }

    private static EmptyState noEvidence(PromotionDossier dossier) {
        return new EmptyState(
                text("review.no-evidence"),
                dossier.versionGone()
                        ? text("review.no-evidence.gone")
                        : wayOut(dossier.evaluationProblem(), dossier.statusLine()));
    }

    /** For those who may log, where logging would help. */
    private Optional<EvidenceScript> script(PromotionDossier dossier) {
        String run = dossier.lineage().runId();
        if (run == null || !current.may(Action.WRITE_TRACKING)) {
            return Optional.empty();
        }
        return dossier.missingEvidence()
                .map(missing -> new EvidenceScript(dossier, run, missing.folder(), groups(dossier.use())));
    }

    /** The columns by which the policy that would judge compares groups. */
    private List<String> groups(Use use) {
        return policies.all(current.actor()).stream()
                .filter(policy -> policy.ref().use() == use)
                .findFirst()
                .map(policy -> policy.document().fairness().attributes().stream()
                        .map(PolicyDocument.Attribute::column)
                        .toList())
                .orElse(List.of());
    }

    /** The problem may be a long list of columns, which nobody wants to read twice. */
    private static String wayOut(@Nullable Sentence problem, Sentence status) {
        if (problem == null) {
            return text("review.no-evidence.hint");
        }
        return status.english().contains(problem.english())
                ? text("review.no-evidence.above")
                : problem.in(Reader.language());
    }

    private static Section anchored(String id, Section section) {
        section.setId(id);
        return section;
    }

    private static ProvenanceLine provenance(PromotionDossier dossier) {
        Evaluation evaluation = dossier.evaluation();
        if (evaluation == null) {
            return new ProvenanceLine("PR-" + dossier.number());
        }
        return new ProvenanceLine(
                text("review.source.evaluation", "EV-" + evaluation.number(), Figures.dateTime(evaluation.at())),
                text(
                        "review.source.policy",
                        evaluation.policy().name(),
                        evaluation.policy().version()),
                text("review.source.assumptions", evaluation.assumptionsVersion()),
                text("review.source.evidence", evaluation.evidence().sha256().substring(0, 12)),
                text("review.source.digest", dossier.digest().substring(0, 12)));
    }
}
