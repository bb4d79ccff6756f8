package io.gatehouse.portal.ui.storage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.cleanup.Binned;
import io.gatehouse.cleanup.CleanUpPlan;
import io.gatehouse.cleanup.CleanUps;
import io.gatehouse.cleanup.StoreFacts;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What the store holds, what of it would go and what stays, and the button that does what is shown and nothing else. */
@Route(Places.STORAGE)
@PermitAll
public class StorageView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient CleanUps cleanUps;
    private final Div said = new Div();
    private final Div shown = new Div();
    private transient Location at = new Location(Places.STORAGE);

    StorageView(CurrentPerson current, CleanUps cleanUps) {
        this.current = current;
        this.cleanUps = cleanUps;
        said.getElement().setAttribute("role", "status");
        setPageTitle(text("storage.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.CLEAN_UP);
        at = event.getLocation();
        removeAll();
        said.removeAll();
        add(said, shown);
        show();
    }

    private void show() {
        StoreFacts store = cleanUps.store(current.actor());
        CleanUpPlan plan = cleanUps.plan(current.actor());
        boolean something = !plan.owners().isEmpty()
                || plan.orphans().blobs() > 0
                || plan.orphans().uploads() > 0;
        PageHeader header = new PageHeader(text("storage.title"))
                .verdict(something ? couldGo(plan) : text("storage.verdict.nothing"))
                .asOf(text("as-of", Figures.dateTime(plan.at())));
        if (something) {
            Button run = new Button(text("storage.run"), click -> ask(plan));
            run.addThemeVariants(ButtonVariant.PRIMARY);
            header.actions(run);
        }
        shown.removeAll();
        shown.add(header, section(text("storage.holds"), facts(store, plan)), rows(plan));
    }

    private static String couldGo(CleanUpPlan plan) {
        return text(
                "storage.verdict",
                Figures.whole(plan.owners().size()),
                Figures.bytes(plan.freed() + plan.orphans().bytes()));
    }

    private static Facts facts(StoreFacts store, CleanUpPlan plan) {
        return new Facts()
                .add(
                        text("storage.place"),
                        store.bucket()
                                .map(bucket -> text("storage.place.bucket", bucket))
                                .orElseGet(() -> text("storage.place.folder")))
                .add(
                        text("storage.files"),
                        text(
                                "storage.files.value",
                                Figures.whole(store.paths()),
                                Figures.whole(store.files()),
                                Figures.bytes(store.bytes())))
                .add(
                        text("storage.freed"),
                        Figures.bytes(plan.freed() + plan.orphans().bytes()))
                .add(text("storage.uploads"), Figures.whole(plan.orphans().uploads()))
                .add(text("storage.kept"), Figures.whole(plan.kept()))
                .add(text("storage.retention"), Figures.duration(store.retention()))
                .add(text("storage.grace"), Figures.duration(store.grace()))
                .add(
                        text("storage.last"),
                        store.lastRun().map(Figures::dateTime).orElseGet(() -> text("storage.last.never")));
    }

    private Section rows(CleanUpPlan plan) {
        List<StorageRow> rows = StorageRow.of(plan);
        if (rows.isEmpty()) {
            Anchor home = Places.button(Places.HOME, text("menu.home"));
            return section(
                    text("storage.rows"), new EmptyState(text("storage.empty"), text("storage.empty.hint"), home));
        }
        return section(text("storage.rows"), text("storage.rows.intro"), table(rows));
    }

    private RowsTable<StorageRow> table(List<StorageRow> rows) {
        return new RowsTable<>(text("storage.rows"), rows, at)
                .column("what", text("storage.what"), this::what, StorageRow::name)
                .column("kind", text("storage.kind"), row -> new Span(row.kind()), StorageRow::kind)
                .column(
                        "experiment",
                        text("storage.experiment"),
                        row -> new Span(row.experiment()),
                        row -> row.experiment().isEmpty() ? null : row.experiment())
                .column(
                        "deleted",
                        text("storage.deleted"),
                        row -> new Span(row.deletedAt().map(Figures::date).orElse("")),
                        row -> row.deletedAt().orElse(null))
                .numberColumn(
                        "files", text("storage.files"), row -> new Span(Figures.whole(row.files())), StorageRow::files)
                .numberColumn(
                        "size", text("storage.size"), row -> new Span(Figures.bytes(row.bytes())), StorageRow::bytes)
                .column(
                        "fate",
                        text("storage.fate"),
                        row -> new StatusBadge(row.goes() ? Tone.WATCH : Tone.OK, row.fate()),
                        StorageRow::fate)
                .column("why", text("storage.why"), row -> new Span(row.why()), StorageRow::why)
                .choice("fate", text("storage.fate"), StorageRow::fate)
                .choice("kind", text("storage.kind"), StorageRow::kind)
                .found(StorageRow::words)
                .shown();
    }

    private Component what(StorageRow row) {
        Binned binned = row.binned();
        return binned != null && binned.kind() == Binned.Kind.RUN
                ? Places.linkIf(current.may(Action.READ_TRACKING), Places.run(binned.id()), row.name())
                : new Span(row.name());
    }

    private void ask(CleanUpPlan plan) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(text("storage.ask"));
        dialog.setText(text(
                "storage.ask.consequence",
                Figures.whole(plan.owners().size()),
                Figures.whole(plan.orphans().blobs()),
                Figures.whole(plan.orphans().uploads()),
                Figures.bytes(plan.freed() + plan.orphans().bytes())));
        dialog.setCancelable(true);
        dialog.setCancelText(text("storage.ask.keep"));
        dialog.setConfirmText(text("storage.ask.run"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(event -> run(plan));
        dialog.open();
    }

    private void run(CleanUpPlan plan) {
        switch (cleanUps.run(current.actor(), plan.token())) {
            case Outcome.Done<CleanUps.Done>(CleanUps.Done done) ->
                say(
                        Tone.OK,
                        text(
                                "storage.done",
                                Figures.whole(done.owners()),
                                Figures.whole(done.files()),
                                Figures.whole(done.blobs()),
                                Figures.whole(done.uploads())));
            case Outcome.Refused<CleanUps.Done>(Refusal refusal) ->
                say(Tone.ACT, refusal.sentence().in(Reader.language()) + " " + text("storage.again"));
        }
        show();
    }

    private void say(Tone tone, String words) {
        Div notice = new Notice(tone, new Paragraph(words));
        said.removeAll();
        said.add(notice);
    }
}
