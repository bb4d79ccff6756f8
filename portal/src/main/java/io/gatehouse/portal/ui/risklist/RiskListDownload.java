package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.Workbooks;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.reports.Provenance;
import io.gatehouse.reports.RiskListReport;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The rows that the filter leaves as a workbook, with their count on the button. That it was taken away is put on record. */
class RiskListDownload extends Div {
    private static final int AT_A_TIME = 1_000;

    RiskListDownload(RiskLists lists, Actor actor, Header list, Filter filter, long matching, Workbooks workbooks) {
        RiskListReport report = new RiskListReport();
        Provenance provenance = workbooks.provenance(
                List.of(Provenance.Origin.unevaluated(list.model(), list.version())),
                RiskListQuery.place(list.number(), filter));
        add(new DownloadButton(
                I18NProvider.translate(
                        matching == 1 ? "risklist.download.one" : "risklist.download", Figures.whole(matching)),
                report.fileName(list, provenance),
                DownloadButton.WORKBOOK,
                out -> {
                    lists.recordRead(actor, list.number(), "downloaded");
                    report.write(list, filter, rows(lists, actor, list, filter, AT_A_TIME), provenance, out);
                }));
    }

    /** All rows by rank, never more than a page of them in memory; each page begins after the last rank of the one before. */
    static Iterator<Row> rows(RiskLists lists, Actor actor, Header list, Filter filter, int atATime) {
        return Stream.iterate(
                        lists.after(actor, list.number(), filter, 0, atATime),
                        page -> !page.isEmpty(),
                        page -> lists.after(
                                actor, list.number(), filter, page.getLast().rank(), atATime))
                .flatMap(List::stream)
                .iterator();
    }
}
