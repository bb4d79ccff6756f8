package io.gatehouse.portal.ui.downloads;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
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
import io.gatehouse.work.Jobs;
import io.gatehouse.work.WorkInHand;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What somebody asked for and the house does in the background: their work, such as checks of a request, and the files that they had
 * prepared. What is under way moves by itself.
 */
@Route(Places.DOWNLOADS)
@PermitAll
public class DownloadsView extends Page implements BeforeEnterObserver {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MOST_WORK = 50;

    private final transient CurrentPerson current;
    private final transient PreparedFiles files;
    private final transient Jobs jobs;
    private final Map<UUID, PreparedLine> lines = new LinkedHashMap<>();
    private final Map<UUID, WorkLine> workLines = new LinkedHashMap<>();
    private final WhileUnderWay following = new WhileUnderWay(this, EVERY, this::underWay, this::refresh);
    private boolean underWay;

    DownloadsView(CurrentPerson current, PreparedFiles files, Jobs jobs) {
        this.current = current;
        this.files = files;
        this.jobs = jobs;
        setPageTitle(text("downloads.title"));
    }

    /** What this page shows, read at one moment. */
    private record Mine(List<PreparedFile> files, List<WorkInHand> work) {
        List<WorkInHand> shown() {
            return work.stream().limit(MOST_WORK).toList();
        }

        boolean underWay() {
            return files.stream().anyMatch(PreparedFile::underWay)
                    || shown().stream().anyMatch(WorkInHand::underWay);
        }
    }

    private Mine mine() {
        return new Mine(files.mine(current.actor()), jobs.askedBy(current.actor(), MOST_WORK + 1));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        changed();
    }

    private void build(Mine mine) {
        underWay = mine.underWay();
        removeAll();
        lines.clear();
        workLines.clear();
        add(new PageHeader(text("downloads.title"))
                .verdict(text("downloads.intro", Figures.whole(PreparedFiles.KEPT.toDays()))));
        if (mine.files.isEmpty() && mine.work.isEmpty()) {
            Anchor home = Places.link(Places.HOME, text("menu.home"));
            home.addClassName("gh-button");
            add(new EmptyState(text("downloads.empty"), text("downloads.empty.hint"), home));
            return;
        }
        for (WorkInHand work : mine.shown()) {
            workLines.put(work.id(), new WorkLine(work));
        }
        for (PreparedFile file : mine.files) {
            lines.put(file.id(), new PreparedLine(file, current, files, this::changed));
        }
        part("work.heading", workLines.values());
        if (mine.work.size() > MOST_WORK) {
            Paragraph more = new Paragraph(text("work.more", Figures.whole(MOST_WORK)));
            more.addClassName("gh-caption");
            add(more);
        }
        part("downloads.heading", lines.values());
    }

    private void part(String heading, Collection<? extends ProgressLine> shown) {
        if (!shown.isEmpty()) {
            UnorderedList list = new UnorderedList(shown.toArray(ListItem[]::new));
            list.addClassNames("gh-list", "gh-prepared");
            add(section(text(heading), list));
        }
    }

    private boolean underWay() {
        return underWay;
    }

    private void changed() {
        build(mine());
        following.check();
    }

    /** Lines stay where they are, so that nobody loses their place; only what moved is written anew. */
    private void refresh() {
        Mine mine = mine();
        if (!mine.files.stream().map(PreparedFile::id).toList().equals(List.copyOf(lines.keySet()))
                || !mine.shown().stream().map(WorkInHand::id).toList().equals(List.copyOf(workLines.keySet()))) {
            build(mine);
            return;
        }
        underWay = mine.underWay();
        mine.files.forEach(file -> Objects.requireNonNull(lines.get(file.id())).show(file));
        mine.shown()
                .forEach(
                        work -> Objects.requireNonNull(workLines.get(work.id())).show(work));
    }
}
