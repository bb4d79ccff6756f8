package io.gatehouse.portal.ui.savedviews;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.PortalAddress;
import io.gatehouse.portal.ui.components.KeyboardPlace;
import io.gatehouse.savedviews.SavedView;
import io.gatehouse.savedviews.SavedViews;
import io.gatehouse.savedviews.SavedViews.Result;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The views of a table that its reader keeps: a short list of links, the way to keep what is shown now, and for the one that is shown
 * its name, its link, whether the table opens with it, and the way to delete it, which can be taken back.
 */
public class SavedViewsBar extends Nav {
    private final transient SavedViews views;
    private final transient CurrentPerson current;
    private final String place;
    private final String address;
    private final UnorderedList list = new UnorderedList();
    private final Div ways = new Div();
    private final Div form = new Div();
    private final Span told = new Span();
    private final TextField name = new TextField();
    private String choices = "";
    private @Nullable UUID renamed;

    /** Where the keyboard goes on, since what was pressed is drawn anew: the view that is shown, and the ways that it has. */
    private @Nullable Component chip;

    private @Nullable Component opener;
    private @Nullable Component toggle;

    /** @param place the address of the table, without its choices */
    public SavedViewsBar(SavedViews views, CurrentPerson current, String place) {
        this(views, current, place, place);
    }

    /**
     * @param place what the views are of, such as all weekly lists
     * @param address of the table that is shown, such as one week's list, without its choices
     */
    public SavedViewsBar(SavedViews views, CurrentPerson current, String place, String address) {
        this.views = views;
        this.current = current;
        this.place = place;
        this.address = address;
        addClassNames("gh-views", "gh-no-print");
        getElement().setAttribute("aria-label", text("views.label"));
        told.getElement().setAttribute("role", "status");
        told.addClassName("gh-caption");
        ways.addClassName("gh-views-ways");
        form.addClassName("gh-views-ways");
        name.setMaxLength(SavedViews.LONGEST_NAME);
        name.setPlaceholder(text("views.name.hint"));
        name.setAriaLabel(text("views.name"));
        name.addKeyPressListener(Key.ENTER, press -> keep());
        name.getElement().addEventListener("keydown", press -> close()).setFilter("event.key === 'Escape'");
        Button keep = new Button(text("views.keep"), click -> keep());
        keep.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        form.add(name, keep, way(text("views.cancel"), this::close));
        form.setVisible(false);
        add(list, ways, form, told);
    }

    /** Whether a table that was asked for without choices goes on to the view that its reader has it open with. */
    public static boolean opens(BeforeEnterEvent event, SavedViews views, CurrentPerson current) {
        return opens(event, views, current, event.getLocation().getPath());
    }

    /** @param place what the views are of */
    public static boolean opens(BeforeEnterEvent event, SavedViews views, CurrentPerson current, String place) {
        String asked = event.getLocation().getPath();
        if (!event.getLocation().getQueryParameters().getParameters().isEmpty()) {
            return false;
        }
        Optional<SavedView> usual = views.usual(current.actor(), place);
        usual.ifPresent(view -> event.forwardTo(asked, QueryParameters.fromString(view.choices())));
        return usual.isPresent();
    }

    /** @param place the address of what is shown, with its choices */
    public void showPlace(String place) {
        int question = place.indexOf('?');
        show(question < 0 ? "" : place.substring(question + 1));
    }

    /** @param shown filter, order and columns as the address carries them; empty if nothing was chosen */
    public void show(String shown) {
        choices = shown;
        form.setVisible(false);
        told.removeAll();
        draw();
    }

    private void draw() {
        List<SavedView> mine = views.of(current.actor(), place);
        Optional<SavedView> here =
                mine.stream().filter(view -> view.choices().equals(choices)).findFirst();
        list.removeAll();
        chip = null;
        toggle = null;
        mine.forEach(view ->
                list.add(link(view, here.isPresent() && here.get().id().equals(view.id()))));
        list.setVisible(!mine.isEmpty());
        ways.removeAll();
        ways.setVisible(!form.isVisible());
        if (here.isEmpty()) {
            // There also when there is nothing to keep, so that nothing moves once there is.
            Button save = way(text("views.save"), () -> open(null, ""));
            save.setEnabled(!choices.isEmpty());
            save.setTooltipText(choices.isEmpty() ? text("views.save.nothing") : null);
            ways.add(save);
            opener = save;
            return;
        }
        SavedView view = here.get();
        UUID id = view.id();
        String called = view.name();
        Button rename = way(text("views.rename"), () -> open(id, called));
        Button usual = view.usual()
                ? way(text("views.usual.no"), () -> usual(Optional.empty()))
                : way(text("views.usual"), () -> usual(Optional.of(id)));
        opener = rename;
        toggle = usual;
        ways.add(way(text("views.copy"), this::copy), rename, usual, way(text("views.delete"), () -> delete(id)));
    }

    private ListItem link(SavedView view, boolean here) {
        Anchor link = Places.link(address + "?" + view.choices(), view.name());
        link.addClassName("gh-view");
        if (here) {
            link.getElement().setAttribute("aria-current", "page");
            chip = link;
        }
        if (view.usual()) {
            Span usual = new Span(text("views.usual.mark"));
            usual.addClassName("gh-caption");
            link.add(usual);
        }
        return new ListItem(link);
    }

    private static Button way(String words, Runnable done) {
        Button button = new Button(words, click -> done.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void open(@Nullable UUID view, String called) {
        renamed = view;
        name.setValue(called);
        name.setInvalid(false);
        form.setVisible(true);
        ways.setVisible(false);
        told.removeAll();
        name.focus();
    }

    private void close() {
        shut();
        goOn(opener);
    }

    private void shut() {
        form.setVisible(false);
        draw();
    }

    private static void goOn(@Nullable Component place) {
        if (place != null) {
            KeyboardPlace.moveToControl(place);
        }
    }

    private void keep() {
        UUID view = renamed;
        Result result = view == null
                ? views.save(current.actor(), place, name.getValue(), choices)
                : views.rename(current.actor(), place, view, name.getValue());
        switch (result) {
            case Result.Kept kept -> {
                shut();
                tell(text("views.kept", kept.view().name()));
                goOn(chip);
            }
            case Result.NameTaken taken -> refuse(text("views.taken"));
            case Result.NotAName unnamed -> refuse(text("views.unnamed"));
            case Result.TooMany many -> refuse(text("views.many", SavedViews.MOST));
            case Result.TooLong chosen -> refuse(text("views.long"));
            case Result.Gone gone -> {
                close();
                tell(text("views.gone"));
            }
        }
    }

    private void refuse(String why) {
        name.setErrorMessage(why);
        name.setInvalid(true);
        name.focus();
    }

    private void copy() {
        getElement()
                .executeJs(
                        "navigator.clipboard?.writeText($0)", PortalAddress.current() + "/" + address + "?" + choices);
        tell(text("views.copied"));
    }

    private void usual(Optional<UUID> id) {
        views.makeUsual(current.actor(), place, id);
        draw();
        tell(text(id.isPresent() ? "views.usual.done" : "views.usual.undone"));
        goOn(toggle);
    }

    private void delete(UUID id) {
        views.delete(current.actor(), place, id).ifPresent(gone -> {
            draw();
            tell(text("views.deleted", gone.name()));
            Button undo = way(text("views.undo"), () -> {
                views.restore(current.actor(), place, gone);
                draw();
                tell(text("views.back", gone.name()));
                goOn(chip);
            });
            told.add(undo);
            goOn(undo);
        });
    }

    private void tell(String words) {
        told.removeAll();
        told.add(new Span(words));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
