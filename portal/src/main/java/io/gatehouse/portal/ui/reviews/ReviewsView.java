package io.gatehouse.portal.ui.reviews;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.savedviews.SavedViewsBar;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.savedviews.SavedViews;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Promotion requests: those that wait for somebody, the longest waiting first, then what was decided. */
@Route(Places.PROMOTIONS)
@PermitAll
public class ReviewsView extends Page implements BeforeEnterObserver {
    /** Of those that wait, and of those that were decided, until more are asked for. */
    private static final int MOST_SHOWN = 50;

    private final transient CurrentPerson current;
    private final transient PromotionDossiers dossiers;
    private final transient SavedViews views;
    private final transient Clock clock;
    private boolean entered;

    ReviewsView(CurrentPerson current, PromotionDossiers dossiers, SavedViews views, Clock clock) {
        this.views = views;
        this.current = current;
        this.dossiers = dossiers;
        this.clock = clock;
        setPageTitle(text("menu.reviews"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!entered && SavedViewsBar.opens(event, views, current)) {
            return;
        }
        entered = true;
        removeAll();
        Actor actor = current.actor();
        Map<RequestState, Long> everywhere = dossiers.counts(actor, null);
        var asked = event.getLocation().getQueryParameters();
        String model = asked.getSingleParameter("model").orElse("");
        Map<RequestState, Long> ofModel = model.isEmpty() ? everywhere : dossiers.counts(actor, model);
        ReviewFilter filter =
                new ReviewFilter(
                        query -> dossiers
                                .models(
                                        current.actor(),
                                        query.getFilter().orElse(""),
                                        query.getOffset(),
                                        query.getLimit())
                                .stream(),
                        !model.isEmpty() && !ofModel.isEmpty(),
                        everywhere.keySet(),
                        model,
                        asked.getSingleParameter("state").orElse(""));
        SavedViewsBar saved = new SavedViewsBar(views, current, Places.PROMOTIONS);
        saved.showPlace(filter.place());
        Map<RequestState, Long> counts = filter.model() == null ? everywhere : ofModel;
        add(
                new PageHeader(text("menu.reviews"))
                        .explained(Term.PROMOTION_REQUEST)
                        .verdict(verdict(everywhere.getOrDefault(RequestState.AWAITING_REVIEW, 0L)))
                        .actions(Places.link(Places.OVERRIDES, text("overrides.title"))),
                saved,
                filter,
                part("reviews.open", RequestState.OPEN, filter, counts),
                part("reviews.decided", RequestState.DECIDED, filter, counts));
    }

    private static String verdict(long waiting) {
        if (waiting == 0) {
            return text("reviews.verdict.none");
        }
        return waiting == 1 ? text("reviews.verdict.one") : text("reviews.verdict", waiting);
    }

    /** @param heading key of the heading; what stands in place of no request has keys of its own */
    private Section part(String heading, Set<RequestState> among, ReviewFilter filter, Map<RequestState, Long> counts) {
        Set<RequestState> states = among.stream()
                .filter(state -> filter.shows(state) && counts.containsKey(state))
                .collect(Collectors.toSet());
        long all = states.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
        if (all == 0) {
            String empty = filter.narrows() ? "reviews.none-fits" : heading + ".empty";
            return section(text(heading), new EmptyState(text(empty), text(empty + ".hint")));
        }
        String model = filter.model();
        return section(
                text(heading),
                new RequestList(
                        all,
                        token -> dossiers.page(
                                current.actor(), new PromotionDossiers.Query(model, states, MOST_SHOWN, token)),
                        clock));
    }
}
