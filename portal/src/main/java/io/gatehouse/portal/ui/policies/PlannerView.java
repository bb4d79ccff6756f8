package io.gatehouse.portal.ui.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.checks.PolicyPlan;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.house.Outcome;
import io.gatehouse.people.Action;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Before anybody trains: how many customers each group needs under a policy, and whether a fair model can pass it. */
@Route("policies/:name/planner")
@PermitAll
public class PlannerView extends Page implements BeforeEnterObserver {
    private static final String FROM = "from";

    private final transient CurrentPerson current;
    private final transient Policies policies;
    private final transient Champions champions;
    private final transient ModelVersions versions;
    private final transient Evaluations evaluations;
    private final transient Map<String, TextArea> groups = new LinkedHashMap<>();
    private final TextField customers = new TextField(text("planner.customers"));
    private final TextField found = new TextField(text("planner.found"));
    private final TextField contacted = new TextField(text("planner.contacted"));
    private String policyName = "";

    PlannerView(
            CurrentPerson current,
            Policies policies,
            Champions champions,
            ModelVersions versions,
            Evaluations evaluations) {
        this.current = current;
        this.policies = policies;
        this.champions = champions;
        this.versions = versions;
        this.evaluations = evaluations;
        customers.setHelperText(text("planner.customers.help"));
        found.setHelperText(text("planner.found.help"));
        contacted.setHelperText(text("planner.contacted.help"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        policyName = event.getRouteParameters().get("name").orElse("");
        PolicyVersion policy = policies.newest(current.actor(), policyName)
                .orElseThrow(() -> new NotFoundException(text("policies.unknown", policyName)));
        setPageTitle(text("planner.title"), policyName, text("policies.title"));
        removeAll();
        add(new PageHeader(text("planner.heading", policyName))
                .trail(new Breadcrumbs()
                        .to(Places.POLICIES, text("policies.title"))
                        .to(Places.policy(policyName), policyName))
                .verdict(text("planner.verdict.intro"))
                .asOf(text("planner.version", policy.ref().version())));
        QueryParameters address = event.getLocation().getQueryParameters();
        Optional<String> from = address.getSingleParameter(FROM);
        if (reads()) {
            add(section(text("planner.take"), text("planner.take.intro"), source()));
        }
        Optional<PlanInputs> taken = from.flatMap(text -> taken(text, policy.document()));
        if (from.isPresent() && taken.isEmpty()) {
            Div notice = new Notice(Tone.WATCH, new Paragraph(text("planner.take.none", from.get())));
            add(notice);
        }
        PlanInputs inputs = taken.orElseGet(() -> PlanInputs.of(address, policy.document()));
        add(section(text("planner.inputs"), text("planner.inputs.intro"), form(policy.document(), inputs)));
        if (!inputs.isEmpty()) {
            answer(policy.document(), inputs);
        }
    }

    private boolean reads() {
        return current.may(Action.READ_REGISTRY) && current.may(Action.READ_PROMOTION);
    }

    private Div source() {
        ComboBox<String> model = new ComboBox<>(text("planner.model"));
        model.setItems(champions.summaries(current.actor()).stream()
                .map(ChampionSummary::model)
                .toList());
        IntegerField version = new IntegerField(text("planner.model.version"));
        version.setMin(1);
        Button take = new Button(text("planner.take.do"), click -> {
            if (!model.isEmpty() && !version.isEmpty()) {
                go(QueryParameters.simple(Map.of(FROM, model.getValue() + ":" + version.getValue())));
            }
        });
        Div row = new Div(model, version, take);
        row.addClassName("gh-toolbar");
        return row;
    }

    /** {@code churn:3}. Model names hold no colon. */
    private Optional<PlanInputs> taken(String from, PolicyDocument policy) {
        int colon = from.lastIndexOf(':');
        if (!reads() || colon < 1 || !from.substring(colon + 1).matches("\\d{1,9}")) {
            return Optional.empty();
        }
        int version = Integer.parseInt(from.substring(colon + 1));
        return switch (versions.find(current.actor(), from.substring(0, colon), version)) {
            case Outcome.Done<ModelVersion>(ModelVersion known) ->
                evaluations
                        .latest(current.actor(), known.modelId(), version)
                        .flatMap(evaluation -> PlanInputs.of(evaluation, policy));
            case Outcome.Refused<ModelVersion> unknown -> Optional.empty();
        };
    }

    private Div form(PolicyDocument policy, PlanInputs inputs) {
        groups.clear();
        Div areas = new Div();
        areas.addClassName("gh-form-grid");
        policy.fairness().attributes().forEach(attribute -> {
            TextArea area = new TextArea(text("planner.groups", attribute.called()));
            area.setHelperText(text("planner.groups.help"));
            area.setPlaceholder(text("planner.groups.example"));
            area.setValue(inputs.groups().getOrDefault(attribute.column(), ""));
            area.setMinRows(4);
            groups.put(attribute.column(), area);
            areas.add(area);
        });
        customers.setValue(inputs.customers());
        found.setValue(inputs.found());
        contacted.setValue(inputs.contacted());
        Div numbers = new Div(customers, found, contacted);
        numbers.addClassName("gh-form-grid");
        Button work = new Button(text("planner.work"), click -> go(entered().address()));
        work.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(areas, numbers, work);
        form.addClassNames("gh-panel", "gh-stack");
        return form;
    }

    private PlanInputs entered() {
        Map<String, String> lines = new LinkedHashMap<>();
        groups.forEach((column, area) -> lines.put(column, area.getValue()));
        return new PlanInputs(lines, customers.getValue().strip(), found.getValue(), contacted.getValue());
    }

    private void go(QueryParameters parameters) {
        getUI().ifPresent(ui -> ui.navigate(Places.planner(policyName), parameters));
    }

    private void answer(PolicyDocument policy, PlanInputs inputs) {
        PlanReading reading = PlanReading.of(inputs, policy);
        Map<String, HasValidationProperties> fields = new LinkedHashMap<>(groups);
        fields.put("customers", customers);
        fields.put("found", found);
        fields.put("contacted", contacted);
        fields.forEach((name, field) -> {
            String fault = reading.faults().get(name);
            field.setErrorMessage(fault == null ? "" : fault);
            field.setInvalid(fault != null);
        });
        if (reading.faults().isEmpty()) {
            add(new PlanAnswer(
                    PolicyPlan.of(policy.fairness(), reading.population(), Map.of()),
                    policy.fairness(),
                    reading.customers()));
        }
    }
}
