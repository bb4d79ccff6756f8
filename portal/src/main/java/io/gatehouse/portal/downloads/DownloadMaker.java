package io.gatehouse.portal.downloads;

import io.gatehouse.people.Actor;
import io.gatehouse.preparedfiles.FileMaker;
import io.gatehouse.preparedfiles.FileOrder;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Makes in the background what the screens hand out at once, of one kind: the same read model, the same file.
 *
 * @param kind as {@link FileMaker#kind} says
 * @param download of an order; empty if what it shows is gone
 * @param recorded puts on record that somebody takes it away; does nothing where that is not to be on record
 */
public record DownloadMaker(
        String kind, BiFunction<Asker, FileOrder, Optional<Download>> download, BiConsumer<Actor, FileOrder> recorded)
        implements FileMaker {

    @Override
    public Optional<Draft> begin(Actor actor, FileOrder order) {
        return download.apply(new Asker(actor, order.portal()), order)
                .map(file -> new Draft(file.fileName(), file.contentType(), file.content()::prepare));
    }

    @Override
    public void taken(Actor actor, FileOrder order) {
        recorded.accept(actor, order);
    }
}
