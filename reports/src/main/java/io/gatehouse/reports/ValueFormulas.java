package io.gatehouse.reports;

/**
 * The formulas of ROI over the named cells of the sheet ROI, term by term those of {@code CampaignEconomics}. Nothing is rounded before
 * the end, as nothing is in the evaluation, so that both come to the same cent.
 */
final class ValueFormulas {
    /** Of contacting everybody at or above the acting threshold, before rounding. */
    private static final String EXACT_NET = net("contacted", "leavers_contacted", "save_rate", "customer_value");

    private static final String COST = cost("contacted", "leavers_contacted", "save_rate");

    static final String BENEFIT = cents("leavers_contacted*save_rate*customer_value");
    static final String CAMPAIGN_COST = cents(COST);
    static final String NET = cents(EXACT_NET);
    static final String RETURN_ON_COST = unlessNone("campaign_cost", "(" + EXACT_NET + ")/(" + COST + ")");
    static final String NET_PER_CUSTOMER = unlessNone("customers", "(" + EXACT_NET + ")/customers");
    private static final String EXACT_MONTH = "(" + EXACT_NET + ")/customers*customers_per_month";
    static final String NET_PER_MONTH = unlessNone("customers", cents(EXACT_MONTH));
    /** The score from which on a contact pays. */
    static final String BREAK_EVEN = "(offer_cost+contact_cost)/(save_rate*customer_value+(1-save_rate)*offer_cost)";

    private ValueFormulas() {}

    /** b·TP − c·FP, with b = γ(V − d) − f and c = d + f, to cents. */
    static String netToCents(String contacted, String leavers, String saveRate, String customerValue) {
        return cents(net(contacted, leavers, saveRate, customerValue));
    }

    /** One-time cost over net a month less running cost; “never” where that is no gain. */
    static String payback(String lowOrHigh) {
        String running = "running_cost_" + lowOrHigh;
        return unlessNone(
                "customers",
                "IF(" + EXACT_MONTH + "<=" + running + ",\"never\",one_time_cost_" + lowOrHigh + "/(" + EXACT_MONTH
                        + "-" + running + "))");
    }

    private static String net(String contacted, String leavers, String saveRate, String customerValue) {
        return leavers + "*(" + saveRate + "*(" + customerValue + "-offer_cost)-contact_cost)-(" + contacted + "-"
                + leavers + ")*(offer_cost+contact_cost)";
    }

    /** (f + γd)·TP + (f + d)·FP: contacts for everybody, offers for stayers and for leavers who are saved. */
    private static String cost(String contacted, String leavers, String saveRate) {
        return leavers + "*(contact_cost+" + saveRate + "*offer_cost)+(" + contacted + "-" + leavers
                + ")*(contact_cost+offer_cost)";
    }

    private static String cents(String formula) {
        return "ROUND(" + formula + ",2)";
    }

    private static String unlessNone(String divisor, String formula) {
        return "IF(" + divisor + "=0,\"not known\"," + formula + ")";
    }
}
