package io.gatehouse.portal.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.champions.Quarter;
import io.gatehouse.comparison.Comparisons.VersionRef;
import io.gatehouse.house.UrlSegment;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.portal.downloads.WorkbookDownloads.Matter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The permanent addresses of the screens, relative to the portal. People bookmark and mail them, so they do not change. */
public final class Places {
    public static final String HOME = "";
    public static final String MODELS = "models";
    public static final String AS_OF = "as-of";
    public static final String QUARTERS = "quarters";
    public static final String EXAMINATIONS = "examinations";
    public static final String PROMOTIONS = "promotions";
    public static final String RISK_LISTS = "risk-lists";
    public static final String EXPERIMENTS = "experiments";
    public static final String COMPARE_RUNS = "compare/runs";
    public static final String TOKENS = "tokens";
    public static final String DELEGATIONS = "delegations";
    public static final String POLICIES = "policies";
    public static final String AUDIT = "audit";
    public static final String NOTICES = "notices";
    public static final String DOWNLOADS = "downloads";
    public static final String NOTICE_SETTINGS = "notices/settings";
    public static final String PEOPLE = "people";
    public static final String NEW_PERSON = "new-person";

    /** One's own account. */
    public static final String ACCOUNT = "account";

    /** Followed by the secret of a link, by which somebody settles how they sign in. */
    public static final String SIGN_IN_LINK = SignInLinks.PLACE;

    public static final String STORAGE = "storage";
    public static final String WEBHOOKS = "webhooks";
    public static final String NEW_WEBHOOK = "webhooks/new";

    /** Checks that did not pass and that two people accept until a day. */
    public static final String OVERRIDES = "overrides";

    /** Changes of policies and value assumptions that somebody proposed. */
    public static final String POLICY_CHANGES = "policy-changes";

    /** Those of the installation, which count for models without their own. */
    public static final String VALUE_ASSUMPTIONS = "value-assumptions";

    /** Finds what somebody names. */
    public static final String SEARCH = "search";

    /** What the words of the screens mean. */
    public static final String GLOSSARY = "glossary";

    /** What the screens are made of, shown with the pieces themselves. */
    public static final String STYLE = "style";

    private Places() {}

    /** @param term by its anchor */
    public static String glossary(String term) {
        return GLOSSARY + "#" + term;
    }

    public static String model(String name) {
        return MODELS + "/" + UrlSegment.of(name);
    }

    /** Its champions that were taken back. */
    public static String rollbacks(String model) {
        return model(model) + "#rollbacks";
    }

    public static String answers(String model) {
        return model(model) + "/answers";
    }

    /** The answers for the version in use at the end of that day. */
    public static String answers(String model, LocalDate at) {
        return answers(model) + "?at=" + at;
    }

    /** The version in use of every model at the end of that day. */
    public static String asOf(LocalDate at) {
        return AS_OF + "?at=" + at;
    }

    /** A quarter of all models against an earlier one. */
    public static String quarters(Quarter later, Quarter earlier) {
        return QUARTERS + "?quarter=" + later + "&with=" + earlier;
    }

    public static String examination(long number) {
        return EXAMINATIONS + "/EX-" + number;
    }

    public static String outcomes(String model) {
        return model(model) + "/outcomes";
    }

    public static String timeline(String model) {
        return model(model) + "/timeline";
    }

    /** One quarter against another, both as {@code 2026-Q3}. */
    public static String timeline(String model, String quarter, String with) {
        return timeline(model) + "?quarter=" + quarter + "&with=" + with;
    }

    /** The version of a policy that is in force. */
    public static String policy(String name) {
        return POLICIES + "/" + UrlSegment.of(name);
    }

    public static String policy(String name, int version) {
        return policy(name) + "/versions/" + version;
    }

    public static String policyEditor(String name) {
        return policy(name) + "/edit";
    }

    public static String proposal(long number) {
        return POLICY_CHANGES + "/PC-" + number;
    }

    public static String planner(String policy) {
        return policy(policy) + "/planner";
    }

    /** The model card of a version. */
    public static String card(String model, int version) {
        return model(model) + "/versions/" + version + "/card";
    }

    /** One field of it, to be read. */
    public static String card(String model, int version, CardField field) {
        return card(model, version) + "#" + field.key();
    }

    /** Where it is written. */
    public static String cardForm(String model, int version) {
        return card(model, version) + "/edit";
    }

    /** One field of it, to be written. */
    public static String cardForm(String model, int version, CardField field) {
        return cardForm(model, version) + "?field=" + field.key();
    }

    public static String valueAssumptions(String model) {
        return model(model) + "/" + VALUE_ASSUMPTIONS;
    }

    public static String promotion(long number) {
        return PROMOTIONS + "/PR-" + number;
    }

    /** What its checks came to on one matter; on paper alone. */
    public static String matter(Matter matter, long number) {
        return promotion(number) + "/" + matter.name().toLowerCase(Locale.ROOT);
    }

    /** Those of a model. */
    public static String promotions(String model) {
        return PROMOTIONS + "?model=" + UrlSegment.of(model);
    }

    /** One of the reader's own, among the others. */
    public static String download(UUID file) {
        return DOWNLOADS + "#" + file;
    }

    public static String webhook(UUID id) {
        return WEBHOOKS + "/" + id;
    }

    public static String override(long number) {
        return OVERRIDES + "/OV-" + number;
    }

    /** Those of a model. */
    public static String overrides(String model) {
        return OVERRIDES + "?model=" + UrlSegment.of(model);
    }

    /** Versions side by side; the first is the baseline. */
    public static String compare(List<VersionRef> subjects) {
        return subjects.stream()
                .map(subject -> "v=" + UrlSegment.of(subject.model()) + ":" + subject.version())
                .collect(Collectors.joining("&", "compare?", ""));
    }

    /** Runs side by side; the first is the baseline. @param ids of at least one run */
    public static String compareRuns(Collection<String> ids) {
        return ids.stream()
                .map(id -> "r=" + UrlSegment.of(id))
                .collect(Collectors.joining("&", COMPARE_RUNS + "?", ""));
    }

    /** @param node as the lineage graph names it, such as {@code version/churn/3} */
    public static String lineage(String node) {
        StringBuilder address = new StringBuilder("lineage");
        for (String part : node.split("/")) {
            address.append('/').append(UrlSegment.of(part));
        }
        return address.toString();
    }

    public static String riskList(long number) {
        return RISK_LISTS + "/RL-" + number;
    }

    /** Who was on the list before and is not on this one. @param after rank there, after which the page begins; 0 for the first */
    public static String leftRiskList(long number, int after) {
        return riskList(number) + "/left" + (after > 0 ? "?after=" + after : "");
    }

    /** A list, of those whose names begin so or who are called so. */
    public static String customers(long list, String words) {
        return new Location(riskList(list), new QueryParameters(Map.of("q", List.of(words))))
                .getPathWithQueryParameters();
    }

    public static String experiment(String id) {
        return EXPERIMENTS + "/" + UrlSegment.of(id);
    }

    public static String run(String id) {
        return "runs/" + UrlSegment.of(id);
    }

    /** The same page on paper, for those that have one: each that has a workbook does. */
    public static String print(String place) {
        return "print/" + (place.isEmpty() ? "home" : place);
    }

    /** Goes there without loading the page anew. */
    public static void go(UI ui, String place) {
        Location location = new Location(place);
        ui.navigate(location.getPath(), location.getQueryParameters());
    }

    public static String person(String username) {
        return PEOPLE + "/" + UrlSegment.of(username);
    }

    /** A link that changes the view without loading the page anew. */
    public static Anchor link(String place, String text) {
        Anchor link = new Anchor(place, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** The same, as plain words for a reader to whom that page is not open. */
    public static HtmlContainer linkIf(boolean open, String place, String text) {
        return open ? link(place, text) : new Span(text);
    }

    /** A link that looks like a button, for the ways that a page offers. */
    public static Anchor button(String place, String text) {
        Anchor button = link(place, text);
        button.addClassName("gh-button");
        return button;
    }

    /** The way to the page on paper; it opens as a page of its own, since it has no menu to come back with. */
    public static Anchor printLink(String place) {
        Anchor link = new Anchor(print(place), I18NProvider.translate("print.open"));
        link.addClassNames("gh-button", "gh-no-print");
        return link;
    }
}
