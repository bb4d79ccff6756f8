package io.gatehouse.portal.ui.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import io.gatehouse.house.TestPeople;
import io.gatehouse.modelcard.CardAnswer;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.bench.Statements;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.errors.NotFoundView;
import io.gatehouse.portal.ui.errors.NotPermittedView;
import io.gatehouse.portal.ui.print.PrintedCard;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.NewVersion;
import io.gatehouse.registry.RegisteredModels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** The card as people read it and write it. */
@WithMockUser("dana")
class CardScreensTest extends ScreenTest {
    private final ModelCards cards;
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final Policies policies;
    private final TestPeople people;
    private final Statements statements;
    private final PolicyDocument before;

    CardScreensTest(
            ModelCards cards,
            RegisteredModels models,
            ModelVersions versions,
            Policies policies,
            TestPeople people,
            Statements statements) {
        super(people);
        this.cards = cards;
        this.models = models;
        this.versions = versions;
        this.policies = policies;
        this.people = people;
        this.statements = statements;
        this.before = policies.of(Use.HUMAN_REVIEWED).orElseThrow().document();
    }

    @AfterEach
    void asItWas() {
        policies.put(people.ritaOnRecord(), before);
    }

    @Test
    void aCardNobodyHasWrittenSaysWhatIsKnownAndWhatIsNotAnswered() {
        String model = model(1);
        open(Places.card(model, 1));

        assertThat(heading()).isEqualTo("Model card of " + model + ", version 1");
        assertThat(sections())
                .startsWith("Model details", "Intended use", "Factors", "Metrics", "Evaluation data")
                .endsWith("Caveats", "Revisions");
        assertThat(words())
                .contains(
                        "Was never in use. 0 of 32 answers given; no policy in force asks for any.",
                        "Not answered: Owner, Contact",
                        "This version was never judged");
    }

    @Test
    void requiredAnswersAreCountedAndEachMissingOneIsALinkToItsField() {
        policies.put(
                people.ritaOnRecord(),
                before.asking(new PolicyDocument.Card(List.of(CardField.LIMITATIONS, CardField.OWNER))));
        String model = model(1);
        cards.save(people.dana(), model, 1, 0, Map.of(CardField.OWNER, "Retention"));
        open(Places.card(model, 1));

        assertThat(words()).contains("1 of 2 required answers given", "Required by human-reviewed.", "Answers missing");
        assertThat($view(Anchor.class).all())
                .filteredOn(link -> link.getText().equals("Limitations"))
                .singleElement()
                .satisfies(
                        link -> assertThat(link.getHref()).isEqualTo(Places.cardForm(model, 1, CardField.LIMITATIONS)));
    }

    @Test
    void anAnswerIsWrittenSavedAndRead() {
        String model = model(1);
        open(Places.cardForm(model, 1, CardField.LIMITATIONS));
        test(area("Limitations")).setValue("Few under 25.");
        test(button("Save the card")).click();

        assertThat(words()).contains("Dana Ortiz answered on the model card: Limitations.", "1 of 32 answers given");
        open(Places.card(model, 1));
        assertThat($view(H3.class).all()).extracting(H3::getText).containsExactly("Limitations");
        assertThat(words()).contains("Few under 25.", "Dana Ortiz, ");
    }

    @Test
    void whatIsCarriedOverCountsOnceItIsConfirmed() {
        String model = model(2);
        cards.save(people.rita(), model, 1, 0, Map.of(CardField.OWNER, "Retention", CardField.USERS, "Agents"));
        open(Places.card(model, 2));
        assertThat(words()).contains("2 carried over from an earlier version", "Carried over, not confirmed");

        open(Places.cardForm(model, 2));
        test(button("All 2 carried over still hold")).click();
        assertThat($view(Checkbox.class).all()).filteredOn(Checkbox::getValue).hasSize(2);
        test(button("Save the card")).click();

        assertThat(cards.find(people.vera(), model, 2).orElseThrow().answers().values())
                .allMatch(CardAnswer::given)
                .extracting(CardAnswer::carriedFrom)
                .containsExactly(1, 1);
        assertThat(words()).contains("Carried over from version 1, confirmed by Dana Ortiz");
    }

    @Test
    void aStaleTabLosesNothingAndReadsWhatSomebodyElseWrote() {
        String model = model(1);
        open(Places.cardForm(model, 1));
        test(area("Limitations")).setValue("None.");
        cards.save(people.rita(), model, 1, 0, Map.of(CardField.LIMITATIONS, "Few under 25.", CardField.OWNER, "Ops"));
        test(button("Save the card")).click();

        assertThat(words())
                .contains(
                        "Rita Gomez changed Owner and Limitations on this card since you read it",
                        "Somebody else wrote here meanwhile. On the card stands: “Few under 25.”");
        assertThat(area("Limitations").getValue()).isEqualTo("None.");
        assertThat(area("Owner").getValue()).isEqualTo("Ops");

        test(button("Save the card")).click();
        assertThat(cards.find(people.vera(), model, 1).orElseThrow().answer(CardField.LIMITATIONS))
                .hasValueSatisfying(answer -> assertThat(answer.words()).isEqualTo("None."));
    }

    @Test
    @WithMockUser("vera")
    void whoMayNotWriteReadsWithoutLinksToTheForm() {
        String model = model(1);
        open(Places.card(model, 1));

        assertThat(words()).doesNotContain("Write the card");
        assertThat(open(Places.cardForm(model, 1))).isInstanceOf(NotPermittedView.class);
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        assertThat(open("models/nobody/versions/1/card")).isInstanceOf(NotFoundView.class);
        assertThat(open("models/" + model(1) + "/versions/x/card/edit")).isInstanceOf(NotFoundView.class);
    }

    @Test
    void theCardIsThereOnPaper() {
        String model = model(1);

        assertThat(open(Places.print(Places.card(model, 1)))).isInstanceOf(PrintedCard.class);
        assertThat(words()).contains("Model card of " + model, "/models/" + model + "/versions/1/card");
    }

    @Test
    void showingACardTakesNoMoreStatementsForMoreAnswersAndRevisions() {
        String model = model(2);
        cards.save(people.dana(), model, 1, 0, Map.of(CardField.OWNER, "Retention"));
        open(Places.card(model, 2));
        int few = statements.during(() -> open(Places.card(model, 1))).size();
        Map<CardField, String> all = Arrays.stream(CardField.values())
                .collect(Collectors.toMap(Function.identity(), field -> "About " + field));
        cards.save(people.dana(), model, 1, 1, all);
        for (int i = 2; i < 8; i++) {
            cards.save(people.dana(), model, 1, i, Map.of(CardField.RISKS, "Risk " + i));
        }
        open(Places.card(model, 2));

        assertThat(statements.during(() -> open(Places.card(model, 1)))).hasSize(few);
    }

    private TextArea area(String label) {
        return $view(TextArea.class).all().stream()
                .filter(area -> label.equals(area.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return $view(Button.class).withText(text).single();
    }

    private String model(int count) {
        String model = "card-" + UUID.randomUUID();
        models.create(people.dana(), model, null, Map.of());
        for (int i = 0; i < count; i++) {
            versions.create(
                            people.dana(),
                            new NewVersion(model, "s3://elsewhere/model", null, "", null, null, Map.of()))
                    .orThrow();
        }
        return model;
    }
}
