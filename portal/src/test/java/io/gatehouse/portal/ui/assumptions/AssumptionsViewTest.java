package io.gatehouse.portal.ui.assumptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.Proposals;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.errors.NotFoundView;
import io.gatehouse.portal.ui.errors.NotPermittedView;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("rita")
class AssumptionsViewTest extends ScreenTest {
    private final RegisteredModels models;
    private final ValueBook book;
    private final Proposals proposals;
    private final ProposalDesk desk;
    private final TestPeople people;
    private final String name = "worth-" + UUID.randomUUID();
    private UUID id = new UUID(0, 0);

    AssumptionsViewTest(
            TestPeople people, RegisteredModels models, ValueBook book, Proposals proposals, ProposalDesk desk) {
        super(people);
        this.proposals = proposals;
        this.desk = desk;
        this.people = people;
        this.models = models;
        this.book = book;
    }

    @BeforeEach
    void aModelOfItsOwn() {
        RegisteredModel made =
                models.create(people.dana(), name, null, Map.of()).orThrow();
        id = made.id();
    }

    @Test
    @WithMockUser("vera")
    void readersSeeWhatCountsForTheModelAndFromWhichScoreContactPays() {
        open("models/" + name + "/value-assumptions");

        assertThat(heading()).isEqualTo("Value assumptions of " + name);
        assertThat(words())
                .contains("This model has no assumptions of its own", "$200", "All lines together")
                .contains("Contacting somebody pays from a score of 16.4 % on.")
                .contains("This model has no version of its own.");
        assertThat($view(TextField.class).all()).isEmpty();
    }

    @Test
    void theNextVersionIsWrittenCountedWhileTypingAndProposed() {
        open("models/" + name + "/value-assumptions");
        test(field("Worth of a saved customer")).setValue(new BigDecimal("300"));
        assertThat(words()).contains("pays from a score of 11.3 % on");
        test(text("Owner")).setValue("Carla Costa");
        test($view(TextArea.class).single()).setValue("Measured in spring.");
        test(button("Add a line")).click();
        test($view(TextField.class).all().getLast()).setValue("Support");
        test(button("Propose as a new version")).click();

        assertThat(book.versions(people.rita(), id))
                .as("a second person has to agree")
                .isEmpty();
        assertThat(heading()).endsWith("value assumptions of " + name);
        assertThat(words()).contains("Measured in spring.", "Worth of a saved customer", "Take it back");
        Proposal open = desk.ofAssumptions(people.rita(), id).getFirst();
        proposals.accept(people.priya(), open.number(), "");
        open("models/" + name + "/value-assumptions");
        ValueAssumptions stored = book.of(id).orElseThrow();
        assertThat(stored.owner()).isEqualTo("Carla Costa");
        assertThat(stored.customerValue().amount()).isEqualByComparingTo("300");
        assertThat(stored.costs())
                .hasSize(7)
                .last()
                .satisfies(line -> assertThat(line.name()).isEqualTo("Support"));
        assertThat(words()).contains("Version " + stored.version() + ", counts now", "Measured in spring.");
    }

    @Test
    void whatCannotBeMeantIsSaidAtItsFieldAndNothingIsSaved() {
        open("models/" + name + "/value-assumptions");
        test(text("Owner")).setValue(" ");
        test(field("Worth of a saved customer")).setValue(new BigDecimal("5"));
        test(field("Leavers who stay with an offer, in %")).setValue(new BigDecimal("130"));
        test(button("Propose as a new version")).click();

        assertThat(text("Owner").getErrorMessage()).isEqualTo("Must be named.");
        assertThat(field("Worth of a saved customer").getErrorMessage())
                .isEqualTo("Must be more than the cost of an offer.");
        assertThat(field("Leavers who stay with an offer, in %").getErrorMessage())
                .isEqualTo("Must lie in 0 % to 100 %.");
        assertThat(book.versions(people.rita(), id)).isEmpty();
    }

    @Test
    void aStaleTabLosesNothingAndSaysWhichVersionCameMeanwhile() {
        open("models/" + name + "/value-assumptions");
        test(text("Owner")).setValue("Typed for an hour");
        test($view(TextArea.class).single()).setValue("Measured in spring.");
        ValueAssumptions meanwhile = book.put(people.ritaOnRecord(), owned("Somebody else"));
        test(button("Propose as a new version")).click();

        assertThat(words()).contains("version " + meanwhile.version() + " counts by now");
        assertThat(text("Owner").getValue()).isEqualTo("Typed for an hour");
        assertThat(desk.ofAssumptions(people.rita(), id)).isEmpty();
    }

    @Test
    void aLineThatIsTurnedAroundIsFoundInItsRow() {
        open("models/" + name + "/value-assumptions");
        BigDecimalField low = $view(BigDecimalField.class).all().stream()
                .filter(found -> found.getLabel().equals("A month, low"))
                .toList()
                .get(1);
        test(low).setValue(new BigDecimal("9000"));
        test(button("Propose as a new version")).click();

        assertThat($view(BigDecimalField.class).all().stream().filter(BigDecimalField::isInvalid))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.getLabel()).isEqualTo("A month, high");
                    assertThat(found.getErrorMessage()).isEqualTo("Must be at least the low estimate.");
                });
    }

    @Test
    void anEarlierVersionStaysReadableAndIsNotWrittenOn() {
        ValueAssumptions first = book.put(people.ritaOnRecord(), owned("First"));
        ValueAssumptions second = book.put(people.ritaOnRecord(), owned("Second"));

        open("models/" + name + "/value-assumptions/versions/" + first.version());

        assertThat(words())
                .contains("earlier; version " + second.version() + " counts now", "First", "Second")
                .doesNotContain("Propose as a new version");
        assertThat(open("models/" + name + "/value-assumptions/versions/0")).isInstanceOf(NotFoundView.class);
        assertThat(open("value-assumptions")).isInstanceOf(AssumptionsView.class);
    }

    @Test
    @WithMockUser("carl")
    void whoHasNoPartInPoliciesHasNoneInThese() {
        assertThat(open("models/" + name + "/value-assumptions")).isInstanceOf(NotPermittedView.class);
    }

    private ValueAssumptions owned(String owner) {
        ValueAssumptions house = book.ofInstallation().orElseThrow();
        return new ValueAssumptions(
                0,
                id,
                owner,
                "",
                house.customerValue(),
                null,
                house.offerCost(),
                house.contactCost(),
                house.saveRate(),
                house.customersPerMonth(),
                house.costs());
    }

    private BigDecimalField field(String label) {
        return $view(BigDecimalField.class).all().stream()
                .filter(found -> found.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private TextField text(String label) {
        return $view(TextField.class).all().stream()
                .filter(found -> found.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String words) {
        return $view(Button.class).all().stream()
                .filter(found -> found.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
