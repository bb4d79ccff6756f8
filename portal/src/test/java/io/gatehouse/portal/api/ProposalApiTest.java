package io.gatehouse.portal.api;

import static io.gatehouse.portal.api.PromotionRequestApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import org.junit.jupiter.api.Test;

/** Policies change over the API as on screen: one proposes, another accepts. */
@PortalTest
class ProposalApiTest {
    private static final String API = "/api/gatehouse/v1";
    private static final String POLICY = API + "/policies/automated";

    private final WireClient rita;
    private final WireClient priya;
    private final WireClient vera;
    private final WireClient carl;
    private final Ids ids;

    ProposalApiTest(WireClients clients, TestPeople people, Ids ids) {
        this.rita = clients.as(people.rita());
        this.priya = clients.as(people.priya());
        this.vera = clients.as(people.vera());
        this.carl = clients.as(people.carl());
        this.ids = ids;
    }

    @Test
    void aPutIsAProposalUntilASecondPersonAcceptsIt() {
        int before = version();
        WireClient.Answer proposed = put("Reads otherwise, " + ids.hex32(), "?reason=Clearer&base=" + before);

        assertThat(proposed.status()).as(proposed.text()).isEqualTo(202);
        assertThat(proposed.at("/state")).isEqualTo("PROPOSED");
        assertThat(proposed.at("/reason")).isEqualTo("Clearer");
        assertThat(proposed.at("/link")).endsWith("/policy-changes/" + proposed.at("/number"));
        assertThat(proposed.at("/changes/0/path")).isEqualTo("summary");
        assertThat(version()).isEqualTo(before);
        String path = API + "/policy-changes/" + proposed.at("/number");
        assertThat(vera.get(API + "/policy-changes?status=open").text()).contains(proposed.at("/number"));

        assertProblem(vote(rita, path, "ACCEPT", ""), 403, "FOUR_EYES");
        assertProblem(vote(vera, path, "ACCEPT", ""), 403, "NOT_PERMITTED");
        assertProblem(vote(priya, path, "REJECT", ""), 400, "REASON_REQUIRED");
        WireClient.Answer accepted = vote(priya, path, "ACCEPT", "Agreed");

        assertThat(accepted.at("/version")).as(accepted.text()).isEqualTo(String.valueOf(before + 1));
        assertThat(version()).isEqualTo(before + 1);
        assertThat(vera.get(path).at("/decided_by")).isEqualTo("Priya Shah");
        assertProblem(vote(priya, path, "ACCEPT", ""), 409, "NOT_OPEN");
    }

    @Test
    void sayingWhatIsInForceAnswersWithThatVersionAndAStaleBaseIsRefused() {
        WireClient.Answer read = rita.get(POLICY);
        WireClient.Answer again =
                rita.raw("PUT", POLICY, read.json().at("/document").toString());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(read.text());

        assertProblem(put("Stale, " + ids.hex32(), "?reason=Stale&base=999"), 409, "CHANGED_SINCE");
        assertProblem(priya.raw("PUT", POLICY, document("By a reviewer, " + ids.hex32())), 403, "PERMISSION_DENIED");
    }

    @Test
    void whoeverProposedTakesItBackAndTheChampionsCanBeJudgedAgain() {
        WireClient.Answer proposed = put("For a while, " + ids.hex32(), "");
        String path = API + "/policy-changes/" + proposed.at("/number");
        assertThat(proposed.at("/reason")).contains("no reason was given");

        assertThat(priya.raw("POST", path + "/judge", "").status()).isEqualTo(202);
        assertThat(priya.raw("POST", path + "/cancel", "").status()).isEqualTo(200);
        assertProblem(priya.raw("POST", path + "/withdraw", ""), 403, "NOT_YOURS");
        assertThat(rita.raw("POST", path + "/withdraw", "{\"reason\":\"On second thoughts\"}")
                        .at("/state"))
                .isEqualTo("WITHDRAWN");
        assertProblem(vera.get(API + "/policy-changes/PC-999999"), 404, "UNKNOWN_PROPOSAL");
        assertProblem(carl.get(path), 403, "PERMISSION_DENIED");
    }

    private static WireClient.Answer vote(WireClient who, String path, String vote, String reason) {
        return who.raw("POST", path + "/votes", "{\"vote\":\"" + vote + "\",\"reason\":\"" + reason + "\"}");
    }

    private WireClient.Answer put(String summary, String query) {
        return rita.raw("PUT", POLICY + query, document(summary));
    }

    private String document(String summary) {
        var read = rita.get(POLICY).json().at("/document");
        return read.toString().replace("\"summary\":" + read.at("/summary"), "\"summary\":\"" + summary + "\"");
    }

    private int version() {
        return Integer.parseInt(vera.get(POLICY).at("/version"));
    }
}
