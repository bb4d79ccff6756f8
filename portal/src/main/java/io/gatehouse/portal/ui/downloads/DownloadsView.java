package io.gatehouse.portal.ui.downloads;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.WhileUnderWay;
import io.gatehouse.preparedfiles.PreparedFile;
import io.gatehouse.preparedfiles.PreparedFiles;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The files that somebody had prepared: how far each is, and the way to take it away. What is under way moves by itself. */
@Route(Places.DOWNLOADS)
@PermitAll
public class DownloadsView extends Page implements BeforeEnterObserver {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final transient CurrentPerson current;
    private final transient PreparedFiles files;
    private final Map<UUID, PreparedLine> lines = new LinkedHashMap<>();
    private final WhileUnderWay following = new WhileUnderWay(this, EVERY, this::underWay, this::refresh);
    private boolean underWay;

    DownloadsView(CurrentPerson current, PreparedFiles files) {
        this.current = current;
        this.files = files;
        setPageTitle(text("downloads.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build();
        following.check();
    }

    private void build() {
        List<PreparedFile> mine = files.mine(current.actor());
        underWay = mine.stream().anyMatch(PreparedFile::underWay);
        removeAll();
        lines.clear();
        add(new PageHeader(text("downloads.title"))
                .verdict(text("downloads.intro", Figures.whole(PreparedFiles.KEPT.toDays()))));
        if (mine.isEmpty()) {
            Anchor home = Places.link(Places.HOME, text("menu.home"));
            home.addClassName("gh-button");
            add(new EmptyState(text("downloads.empty"), text("downloads.empty.hint"), home));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("gh-list", "gh-prepared");
        for (PreparedFile file : mine) {
            PreparedLine line = new PreparedLine(file, current, files, this::changed);
            lines.put(file.id(), line);
            list.add(line);
        }
        add(list);
    }

    private boolean underWay() {
        return underWay;
    }

    private void changed() {
        build();
        following.check();
    }

    /** Lines stay where they are, so that nobody loses their place; only what moved is written anew. */
    private void refresh() {
        List<PreparedFile> mine = files.mine(current.actor());
        if (!mine.stream().map(PreparedFile::id).toList().equals(List.copyOf(lines.keySet()))) {
            build();
            return;
        }
        underWay = mine.stream().anyMatch(PreparedFile::underWay);
        for (PreparedFile file : mine) {
            PreparedLine line = lines.get(file.id());
            if (line != null) {
                line.show(file);
            }
        }
    }
}
