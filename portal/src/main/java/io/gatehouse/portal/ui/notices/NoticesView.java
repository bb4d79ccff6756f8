package io.gatehouse.portal.ui.notices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.notices.Inbox;
import io.gatehouse.notices.Notice;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.NoticesChanged;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What concerns the reader, the newest first. Opening what a notice is about reads it. */
@Route(Places.NOTICES)
@PermitAll
public class NoticesView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Inbox inbox;
    private transient NoticeAddress address = new NoticeAddress(false, null, 0);

    NoticesView(CurrentPerson current, Inbox inbox) {
        this.current = current;
        this.inbox = inbox;
        setPageTitle(text("notices.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = NoticeAddress.of(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        int unread = inbox.unread(current.actor());
        List<Notice> found = inbox.page(current.actor(), address.query());
        removeAll();
        add(new PageHeader(text("notices.title"))
                .verdict(text(
                        unread == 0 ? "notices.none-new" : unread == 1 ? "notices.one-new" : "notices.many-new",
                        Figures.whole(unread)))
                .actions(settings()));
        if (found.isEmpty() && !address.narrows() && address.from() == 0) {
            add(new EmptyState(text("notices.empty"), text("notices.empty.hint")));
            return;
        }
        add(filter(unread));
        if (found.isEmpty()) {
            Anchor all = Places.button(Places.NOTICES, text("notices.show-all"));
            add(new EmptyState(text("notices.nothing"), text("notices.nothing.hint"), all));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("gh-list", "gh-notices");
        found.stream().limit(NoticeAddress.AT_ONCE).forEach(notice -> list.add(line(notice)));
        add(list, pages(found.size() > NoticeAddress.AT_ONCE));
    }

    private static Anchor settings() {
        Anchor settings = Places.button(Places.NOTICE_SETTINGS, text("notices.settings"));
        return settings;
    }

    private Div filter(int unread) {
        ComboBox<NoticeKind> kind = new ComboBox<>(text("notices.kind"));
        kind.setItems(NoticeKind.values());
        kind.setItemLabelGenerator(Reader::word);
        kind.setClearButtonVisible(true);
        kind.setPlaceholder(text("risklist.filter.any"));
        kind.setValue(address.kind());
        Checkbox onlyNew = new Checkbox(text("notices.only-new"), address.unread());
        kind.addValueChangeListener(change -> go(new NoticeAddress(onlyNew.getValue(), change.getValue(), 0)));
        onlyNew.addValueChangeListener(change -> go(new NoticeAddress(change.getValue(), kind.getValue(), 0)));
        Span spring = new Span();
        spring.addClassName("gh-spring");
        Button all = new Button(text("notices.read-all"), click -> {
            inbox.markAll(current.actor());
            changed();
        });
        all.setVisible(unread > 0);
        Div bar = new Div(kind, onlyNew, spring, all);
        bar.addClassName("gh-toolbar");
        bar.getElement().setAttribute("role", "search").setAttribute("aria-label", text("notices.filter"));
        return bar;
    }

    private void go(NoticeAddress wanted) {
        getUI().ifPresent(ui -> Places.go(ui, wanted.place()));
    }

    private ListItem line(Notice notice) {
        Span title = new Span(Places.link(notice.place(), notice.title().in(Reader.language())));
        Span when = new Span(Figures.dateTime(notice.at()));
        when.addClassName("gh-caption");
        Div words = new Div(title, when);
        words.addClassNames("gh-grow", "gh-notice-words");
        if (!notice.detail().isBlank()) {
            Paragraph detail = new Paragraph(notice.detail());
            detail.addClassName("gh-thread-words");
            words.addComponentAtIndex(1, detail);
        }
        ListItem item = new ListItem(badge(notice), words, mark(notice));
        item.setClassName("is-new", notice.unread());
        return item;
    }

    private static Component badge(Notice notice) {
        if (notice.done()) {
            return column(new StatusBadge(Tone.OK, text("notices.done")));
        }
        Tone tone = !notice.unread() ? Tone.NONE : notice.kind() == NoticeKind.YOUR_TURN ? Tone.WATCH : Tone.INFO;
        return column(new StatusBadge(tone, Reader.word(notice.kind())));
    }

    private static Span column(StatusBadge badge) {
        Span column = new Span(badge);
        column.addClassName("gh-badge-column");
        return column;
    }

    private Button mark(Notice notice) {
        boolean read = notice.unread();
        Button button = new Button(text(read ? "notices.mark.read" : "notices.mark.new"), click -> {
            inbox.mark(current.actor(), notice.id(), read);
            changed();
        });
        button.setAriaLabel(text(
                read ? "notices.mark.read.of" : "notices.mark.new.of",
                notice.title().in(Reader.language())));
        return button;
    }

    private void changed() {
        show();
        UI page = UI.getCurrent();
        ComponentUtil.fireEvent(page, new NoticesChanged(page));
    }

    private Nav pages(boolean older) {
        Nav pages = new Nav();
        pages.addClassNames("gh-toolbar", "gh-no-print");
        pages.getElement().setAttribute("aria-label", text("notices.pages"));
        if (address.from() > 0) {
            pages.add(button(address.from(address.from() - NoticeAddress.AT_ONCE), "audit.newer"));
        }
        if (older) {
            pages.add(button(address.from(address.from() + NoticeAddress.AT_ONCE), "audit.older"));
        }
        pages.setVisible(older || address.from() > 0);
        return pages;
    }

    private static Anchor button(NoticeAddress to, String key) {
        Anchor link = Places.button(to.place(), text(key));
        return link;
    }
}
