package io.gatehouse.portal.ui.storage;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.cleanup.Binned;
import io.gatehouse.cleanup.CleanUpPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the dry run.
 *
 * @param binned the run or logged model; absent for bytes that nothing refers to
 * @param files how many
 * @param bytes of these
 * @param stays why; absent if it goes
 */
record StorageRow(@Nullable Binned binned, int files, long bytes, CleanUpPlan.@Nullable Why stays) {

    /** What goes first, then what stays, each the longest deleted first. */
    static List<StorageRow> of(CleanUpPlan plan) {
        Stream<StorageRow> orphans = plan.orphans().blobs() == 0
                ? Stream.empty()
                : Stream.of(new StorageRow(
                        null, plan.orphans().blobs(), plan.orphans().bytes(), null));
        Stream<StorageRow> owners =
                plan.owners().stream().map(owner -> new StorageRow(owner.binned(), owner.files(), owner.bytes(), null));
        Stream<StorageRow> stays = plan.stays().stream()
                .map(stay -> new StorageRow(stay.binned(), stay.files(), stay.bytes(), stay.why()));
        return Stream.of(orphans, owners, stays).flatMap(rows -> rows).toList();
    }

    boolean goes() {
        return stays == null;
    }

    String kind() {
        return text(binned == null ? "storage.kind.ORPHANS" : "storage.kind." + binned.kind());
    }

    String name() {
        if (binned == null) {
            return text("storage.orphans");
        }
        return binned.name().isEmpty() ? binned.id() : binned.name();
    }

    String experiment() {
        return binned == null ? "" : binned.experiment();
    }

    Optional<Instant> deletedAt() {
        return Optional.ofNullable(binned).map(Binned::deletedAt);
    }

    String fate() {
        return text(goes() ? "storage.goes" : "storage.stays");
    }

    String why() {
        if (stays != null) {
            return text("storage.why." + stays);
        }
        return text(binned == null ? "storage.why.ORPHANS" : "storage.why.DELETED");
    }

    /** All that the search reads. */
    String words() {
        return String.join(" ", name(), binned == null ? "" : binned.id(), kind(), experiment(), fate(), why());
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
