package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Risk lists for programs: page by page, or whole as a workbook. That one was read is put on record, since it names subscribers. */
@RestController
@RequestMapping("/api/gatehouse/v1/risk-lists")
class RiskListController {
    private static final int MOST = 1_000;
    private static final String READ = "read over the API";

    private final RiskLists lists;
    private final WorkbookDownloads downloads;

    RiskListController(RiskLists lists, WorkbookDownloads downloads) {
        this.lists = lists;
        this.downloads = downloads;
    }

    /**
     * @param summary in plain words: how many, what changed, how to read it
     * @param next_after rank to ask for next as {@code after}; absent on the last page
     */
    record Body(
            String number,
            String model,
            int version,
            LocalDate as_of,
            String population,
            double threshold,
            long scored,
            long listed,
            List<String> summary,
            List<Row> rows,
            @Nullable Integer next_after) {}

    /** @param reasons what the score reacted to, the strongest first; never causes */
    record Row(
            int rank,
            String customer,
            double probability,
            String band,
            String movement,
            Map<String, String> segments,
            List<String> reasons) {
        static Row of(RiskListPage.Row row) {
            return new Row(
                    row.rank(),
                    row.customer(),
                    row.probability(),
                    row.band(),
                    row.movement().name(),
                    row.segments(),
                    row.reasons().stream().map(Sentence::english).toList());
        }
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Body page(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int max_results) {
        if (max_results < 1 || max_results > MOST) {
            throw new UnfitFieldException("max_results", "max_results must lie in 1.." + MOST + ".");
        }
        RiskListPage.Header list = header(actor, id);
        if (after <= 0) {
            lists.recordRead(actor, list.number(), READ);
        } else {
            lists.recordFurtherRead(actor, list.number(), READ);
        }
        List<RiskListPage.Row> rows = lists.after(actor, list.number(), Filter.ALL, Math.max(0, after), max_results);
        return new Body(
                "RL-" + list.number(),
                list.model(),
                list.version(),
                list.asOf(),
                list.population(),
                list.threshold(),
                list.scored(),
                list.listed(),
                list.summary().stream().map(Sentence::english).toList(),
                rows.stream().map(Row::of).toList(),
                rows.size() < max_results ? null : rows.getLast().rank());
    }

    /**
     * @param since number of the list before, such as {@code RL-6}; absent for the first list
     * @param left how many were on that list and are not on this one
     * @param scores_kept whether this list has the scores of those who are not on it; lists of early releases have not
     * @param next_after rank to ask for next as {@code after}; absent on the last page
     */
    record LeftBody(
            String number,
            @Nullable String since,
            long left,
            boolean scores_kept,
            List<LeftRow> rows,
            @Nullable Integer next_after) {}

    /**
     * @param rank_before on the list before
     * @param probability_before as that list had it
     * @param probability of now, which is below the threshold; absent where they were not scored again, or where scores were
     *     not kept
     * @param reasons_before what the score of then had reacted to
     */
    record LeftRow(
            int rank_before,
            String customer,
            double probability_before,
            @Nullable Double probability,
            Map<String, String> segments,
            List<String> reasons_before) {
        static LeftRow of(RiskListPage.Left left) {
            RiskListPage.Row before = left.before();
            return new LeftRow(
                    before.rank(),
                    before.customer(),
                    before.probability(),
                    left.score(),
                    before.segments(),
                    before.reasons().stream().map(Sentence::english).toList());
        }
    }

    @GetMapping(path = "/{id}/left", produces = MediaType.APPLICATION_JSON_VALUE)
    LeftBody left(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int max_results) {
        if (max_results < 1 || max_results > MOST) {
            throw new UnfitFieldException("max_results", "max_results must lie in 1.." + MOST + ".");
        }
        RiskListPage.Header list = header(actor, id);
        RiskListPage.Previous previous = list.previous();
        lists.recordFurtherRead(actor, list.number(), READ);
        if (previous != null) {
            lists.recordFurtherRead(actor, previous.number(), READ);
        }
        List<RiskListPage.Left> rows = lists.left(actor, list, Math.max(0, after), max_results);
        return new LeftBody(
                "RL-" + list.number(),
                previous == null ? null : "RL-" + previous.number(),
                previous == null ? 0 : previous.left(),
                rows.isEmpty() || rows.getFirst().scoresKept(),
                rows.stream().map(LeftRow::of).toList(),
                rows.size() < max_results ? null : rows.getLast().before().rank());
    }

    @GetMapping(path = "/{id}.xlsx", produces = Download.WORKBOOK)
    void workbook(Actor actor, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RiskListPage.Header list = header(actor, id);
        FileAnswers.send(downloads.riskList(Asker.of(actor, request), list, Places.riskList(list.number())), response);
    }

    private RiskListPage.Header header(Actor actor, String id) {
        long number = RequestFields.number("RL", "risk list", id);
        return lists.page(actor, number, Filter.ALL, 0, 1)
                .map(RiskListPage::header)
                .orElseThrow(() -> ApiRefusal.unknown("There is no risk list RL-" + number + "."));
    }
}
