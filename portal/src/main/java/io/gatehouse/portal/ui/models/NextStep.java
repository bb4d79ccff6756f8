package io.gatehouse.portal.ui.models;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ModelPage.VersionRow;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.promotion.PromotionRow;
import java.util.Optional;

/** What stands between a model of which no version is in use and its first champion, in one or two sentences. */
final class NextStep {
    private NextStep() {}

    /** @param requests whether the reader may read them */
    static String of(ModelPage page, boolean requests) {
        if (page.versions().isEmpty()) {
            return text("models.next.register");
        }
        Optional<PromotionRow> open = page.requests().stream()
                .filter(request -> requests && request.state().open())
                .findFirst();
        if (open.isPresent()) {
            return asked("models.next.open", open.get());
        }
        VersionRow newest = page.versions().getFirst();
        if (newest.belowFloor()) {
            return text("models.next.below-floor", newest.version());
        }
        return page.requests().stream()
                .filter(request -> requests && request.version() == newest.version())
                .findFirst()
                .map(request -> asked("models.next.ended", request))
                .orElseGet(() -> text(requests ? "models.next.ask" : "models.next.nobody", newest.version()));
    }

    private static String asked(String key, PromotionRow request) {
        return text(
                key,
                request.version(),
                "PR-" + request.number(),
                request.statusLine().in(Reader.language()));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
