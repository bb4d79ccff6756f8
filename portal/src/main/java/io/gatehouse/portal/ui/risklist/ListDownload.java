package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskLists.Filter;
import java.util.Optional;
import java.util.OptionalLong;

/** Hands out the rows of a list that a filter leaves, with their count on the button. */
public final class ListDownload {
    private ListDownload() {}

    /** The whole list. */
    public static DownloadButton of(CurrentPerson current, WorkbookDownloads downloads, Header list) {
        return of(current, downloads, list, Filter.ALL, list.listed());
    }

    static DownloadButton of(
            CurrentPerson current, WorkbookDownloads downloads, Header list, Filter filter, long matching) {
        return new DownloadButton(
                RiskListView.beyond(filter, matching)
                        ? I18NProvider.translate("risklist.download.more")
                        : I18NProvider.translate(
                                matching == 1 ? "risklist.download.one" : "risklist.download", Figures.whole(matching)),
                () -> Optional.of(file(current, downloads, list, filter, matching)));
    }

    private static Download file(
            CurrentPerson current, WorkbookDownloads downloads, Header list, Filter filter, long matching) {
        String place = RiskListQuery.place(list.number(), filter);
        return filter.equals(Filter.ALL)
                ? downloads.riskList(current.asker(), list, place)
                : downloads.partOfRiskList(
                        current.asker(),
                        list,
                        filter,
                        RiskListView.beyond(filter, matching) ? OptionalLong.empty() : OptionalLong.of(matching),
                        place);
    }
}
