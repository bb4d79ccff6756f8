package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.segments.ConfusionCounts;

/**
 * A month of acting on a model: what comes in, what contacts, offers and the model itself cost, and every input of it, each of which can
 * be changed to see what hangs on it. Expected figures; {@link MonthlyReturn} has their intervals.
 *
 * <p>Unlike {@link CampaignEconomics} the customer value is the mean over those leavers who are contacted, and so may lie below the offer.
 *
 * @param customers scored in the month, at least 0; may be a fraction of one, as all counts here
 * @param contactedShare of them contacted, in 0..1
 * @param precision share of leavers among those contacted, in 0..1; anything where nobody is
 * @param customerValue V, mean of contacted leavers, finite
 * @param offerCost d, at least 0
 * @param contactCost f, at least 0
 * @param saveRate γ in 0..1
 * @param runningCost of the model in the month, at least 0
 */
public record CampaignMonth(
        double customers,
        double contactedShare,
        double precision,
        double customerValue,
        double offerCost,
        double contactCost,
        double saveRate,
        double runningCost) {

    /** @throws IllegalArgumentException naming the input that is out of range */
    public CampaignMonth {
        Arguments.notNegative("customers", customers);
        Arguments.share("contactedShare", contactedShare);
        Arguments.share("precision", precision);
        Arguments.finite("customerValue", customerValue);
        Arguments.notNegative("offerCost", offerCost);
        Arguments.notNegative("contactCost", contactCost);
        Arguments.share("saveRate", saveRate);
        Arguments.notNegative("runningCost", runningCost);
    }

    /**
     * A month in which as large a share is contacted and leaves as in the evidence, with one value for every subscriber.
     *
     * @throws IllegalArgumentException if nobody was counted
     */
    public static CampaignMonth of(
            ConfusionCounts counts, CampaignEconomics economics, double customersPerMonth, double runningCost) {
        return of(counts, economics, economics.customerValue(), customersPerMonth, runningCost);
    }

    /**
     * The same with each subscriber's own value; the flat one where no leaver is contacted.
     *
     * @throws IllegalArgumentException if nobody was counted
     */
    public static CampaignMonth of(
            ValueCells cells, CampaignEconomics economics, double customersPerMonth, double runningCost) {
        double mean = MeanValue.of(cells.truePositives()).mean();
        double value = Double.isNaN(mean) ? economics.customerValue() : mean;
        return of(cells.counts(), economics, value, customersPerMonth, runningCost);
    }

    private static CampaignMonth of(
            ConfusionCounts counts,
            CampaignEconomics economics,
            double customerValue,
            double customersPerMonth,
            double runningCost) {
        if (counts.total() == 0) {
            throw new IllegalArgumentException("counts must not be empty");
        }
        double flagged = counts.flagged();
        return new CampaignMonth(
                customersPerMonth,
                flagged / counts.total(),
                flagged == 0 ? 0 : counts.truePositives() / flagged,
                customerValue,
                economics.offerCost(),
                economics.contactCost(),
                economics.saveRate(),
                runningCost);
    }

    /** Customers contacted in the month. */
    public double contacts() {
        return customers * contactedShare;
    }

    /** γV for every contacted leaver: what is kept before costs. */
    public double benefit() {
        return contacts() * precision * saveRate * customerValue;
    }

    /** Contacts, and the offers that are taken: f for everybody contacted, d for stayers and for leavers who are saved. */
    public double campaignCost() {
        return contacts() * (contactCost + offerCost * (1 - precision + precision * saveRate));
    }

    /** Campaign and running cost. */
    public double cost() {
        return campaignCost() + runningCost;
    }

    /** Benefit less cost. */
    public double net() {
        return benefit() - cost();
    }

    /** Net over cost; 1 is two back for one spent, NaN where nothing is spent. */
    public double roi() {
        return cost() == 0 ? Double.NaN : net() / cost();
    }

    /** When a one-time cost is earned back by months like this. */
    public Payback payback(double oneTimeCost) {
        return new Payback(oneTimeCost, benefit(), cost());
    }

    /**
     * The save rate at which the month's net is 0: γ* = (((1−π)(d + f) + πf)·contacts + running cost)/(π(V − d)·contacts), with π the
     * precision. NaN where nobody is contacted; infinite where no leaver is, or where they are worth no more than their offers; above 1 no
     * offer reaches it. Without running cost it is {@link CampaignEconomics#breakEvenSaveRate}.
     */
    public double breakEvenSaveRate() {
        if (contacts() == 0) {
            return Double.NaN;
        }
        double gained = precision * (customerValue - offerCost) * contacts();
        return gained > 0 ? spentWithoutSaves() / gained : Double.POSITIVE_INFINITY;
    }

    /** The customer value at which the month's net is 0; NaN where nobody is contacted, infinite where nobody is saved. */
    public double breakEvenCustomerValue() {
        if (contacts() == 0) {
            return Double.NaN;
        }
        double saved = precision * saveRate * contacts();
        return saved > 0 ? offerCost + spentWithoutSaves() / saved : Double.POSITIVE_INFINITY;
    }

    /**
     * The share of leavers among as many contacts at which the month's net is 0: (d + f + running cost/contacts)/(γV + (1−γ)d). NaN where
     * nobody is contacted, infinite where a leaver costs as much as a stayer; above 1 no model reaches it. Without running cost it is
     * {@link CampaignEconomics#breakEvenScore}.
     */
    public double breakEvenPrecision() {
        if (contacts() == 0) {
            return Double.NaN;
        }
        double gained = saveRate * (customerValue - offerCost) + offerCost;
        return gained > 0 ? (offerCost + contactCost + runningCost / contacts()) / gained : Double.POSITIVE_INFINITY;
    }

    /**
     * Interval of {@link #breakEvenSaveRate} that comes from Wilson's interval of the precision, whose lower end gives the upper end here.
     * Its upper end is infinite where the precision may be 0; 0..∞ where nobody was contacted.
     *
     * @param counts that the precision was counted in
     * @param confidence between 0 and 1
     */
    public Interval breakEvenSaveRateInterval(ConfusionCounts counts, double confidence) {
        return breakEvenSaveRateInterval(new Proportion(counts.truePositives(), counts.flagged()), confidence);
    }

    /**
     * The same where the precision was counted otherwise, as with sampling weights.
     *
     * @param found leavers of those contacted
     * @param confidence between 0 and 1
     */
    public Interval breakEvenSaveRateInterval(Proportion found, double confidence) {
        if (found.trials() == 0 || contacts() == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        Interval precisions = found.interval(confidence);
        return new Interval(
                with(Input.PRECISION, precisions.high()).breakEvenSaveRate(),
                with(Input.PRECISION, precisions.low()).breakEvenSaveRate());
    }

    /** What this month has for an input. */
    public double get(Input input) {
        return switch (input) {
            case SAVE_RATE -> saveRate;
            case CUSTOMER_VALUE -> customerValue;
            case OFFER_COST -> offerCost;
            case CONTACT_COST -> contactCost;
            case CUSTOMERS -> customers;
            case CONTACTED_SHARE -> contactedShare;
            case PRECISION -> precision;
            case RUNNING_COST -> runningCost;
        };
    }

    /**
     * The same month with one input changed.
     *
     * @throws IllegalArgumentException naming the input if it is out of range
     */
    public CampaignMonth with(Input input, double value) {
        return new CampaignMonth(
                input == Input.CUSTOMERS ? value : customers,
                input == Input.CONTACTED_SHARE ? value : contactedShare,
                input == Input.PRECISION ? value : precision,
                input == Input.CUSTOMER_VALUE ? value : customerValue,
                input == Input.OFFER_COST ? value : offerCost,
                input == Input.CONTACT_COST ? value : contactCost,
                input == Input.SAVE_RATE ? value : saveRate,
                input == Input.RUNNING_COST ? value : runningCost);
    }

    /** What would be lost if no offer worked: f for everybody contacted, d for stayers, and the running cost. */
    private double spentWithoutSaves() {
        return contacts() * (contactCost + (1 - precision) * offerCost) + runningCost;
    }

    /** What a month is made of. */
    public enum Input {
        SAVE_RATE,
        CUSTOMER_VALUE,
        OFFER_COST,
        CONTACT_COST,
        CUSTOMERS,
        CONTACTED_SHARE,
        PRECISION,
        RUNNING_COST
    }
}
