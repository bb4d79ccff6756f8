package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every call that hands out page tokens gets them back whole, mutilated, and from one another. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTokenWireTest {
    private static final String HOOK =
            "{'name':'NAME','url':'https://8.8.8.8','events':[{'entity':'REGISTERED_MODEL','action':'CREATED'}]}";

    private final WireClient dana;
    private final WireClient adam;
    /** The first pages of each, after a token. */
    private final Map<String, Function<String, Answer>> lists = new LinkedHashMap<>();

    PageTokenWireTest(WireClients clients, TestPeople people) {
        dana = clients.dana();
        adam = clients.as(people.adam());
    }

    @BeforeAll
    void twoOfEverything() {
        String experiment = TestWire.experiment(dana);
        TestWire.experiment(dana);
        String run = TestWire.run(dana, experiment);
        TestWire.run(dana, experiment);
        String prefix = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            String name = prefix + i;
            dana.post("registered-models/create", "{'name':'" + name + "'}");
            dana.post("model-versions/create", "{'name':'" + name + "','source':'s3://b/x'}");
            dana.post("logged-models", "{'experiment_id':'" + experiment + "','name':'m'}");
            dana.post("runs/log-metric", "{'run_id':'" + run + "','key':'m','value':" + i + ",'timestamp':" + i + "}");
            dana.post("runs/log-parameter", "{'run_id':'" + run + "','key':'p" + i + "','value':'v'}");
            adam.post("webhooks", HOOK.replace("NAME", "hook-" + i));
        }
        String ids = "{'experiment_ids':['" + experiment + "'],'max_results':1,'page_token':'TOKEN'";
        lists.put("runs", posted("runs/search", ids + "}"));
        lists.put("runs by metric", posted("runs/search", ids + ",'order_by':['metrics.m DESC']}"));
        lists.put("runs by param", posted("runs/search", ids + ",'order_by':['params.p1','attributes.end_time']}"));
        lists.put("logged models", posted("logged-models/search", ids + "}"));
        lists.put("experiments", posted("experiments/search", "{'max_results':1,'page_token':'TOKEN'}"));
        lists.put("models", token -> dana.get("registered-models/search", "max_results", "1", "page_token", token));
        lists.put("versions", token -> dana.get("model-versions/search", "max_results", "1", "page_token", token));
        lists.put(
                "history",
                token -> dana.get(
                        "metrics/get-history",
                        "run_id",
                        run,
                        "metric_key",
                        "m",
                        "max_results",
                        "1",
                        "page_token",
                        token));
        lists.put("webhooks", token -> adam.get("webhooks", "max_results", "1", "page_token", token));
    }

    @Test
    void aTokenOpensTheNextPageOfItsOwnListAlone() {
        lists.forEach((name, list) -> {
            Answer second = list.apply(token(name));
            assertThat(second.status()).as(name).isEqualTo(200);
            assertThat(second.text()).as(name).isNotEqualTo(list.apply("").text());
            lists.forEach((other, anotherList) -> {
                if (!other.equals(name)) {
                    Answer refused = anotherList.apply(token(name));
                    assertThat(refused.errorCode()).as("%s of %s", other, name).isEqualTo("INVALID_PARAMETER_VALUE");
                    assertThat(refused.message())
                            .startsWith("Invalid page token: page_token belongs to another search")
                            .endsWith("leave page_token out to start at the first page");
                }
            });
        });
    }

    @Test
    void aMutilatedTokenIsTheClientsMistakeOnEveryList() {
        Random random = new Random(17);
        lists.forEach((name, list) -> {
            String whole = token(name);
            for (int i = 0; i < 60; i++) {
                String mutilated = mutilated(whole, random);
                Answer answer = list.apply(mutilated);
                if (mutilated.isEmpty() || sameBytes(mutilated, whole)) {
                    assertThat(answer.status()).isEqualTo(200);
                } else {
                    assertThat(answer.status())
                            .as("%s with %s", name, mutilated)
                            .isEqualTo(400);
                    assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
                    assertThat(answer.message()).contains("page_token");
                }
            }
        });
    }

    private String token(String list) {
        return Objects.requireNonNull(lists.get(list)).apply("").at("/next_page_token");
    }

    private Function<String, Answer> posted(String path, String body) {
        return token -> dana.post(path, body.replace("TOKEN", token));
    }

    private static String mutilated(String whole, Random random) {
        StringBuilder token = new StringBuilder(whole);
        int at = random.nextInt(token.length());
        switch (random.nextInt(4)) {
            case 0 -> token.setCharAt(at, "AZaz09-_".charAt(random.nextInt(8)));
            case 1 -> token.delete(at, token.length());
            case 2 -> token.insert(at, "Qx0".repeat(1 + random.nextInt(9)));
            default -> {
                byte[] bytes = new byte[1 + random.nextInt(80)];
                random.nextBytes(bytes);
                return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            }
        }
        return token.toString();
    }

    private static boolean sameBytes(String one, String other) {
        try {
            return Arrays.equals(
                    Base64.getUrlDecoder().decode(one), Base64.getUrlDecoder().decode(other));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
