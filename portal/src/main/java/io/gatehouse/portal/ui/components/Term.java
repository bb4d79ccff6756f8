package io.gatehouse.portal.ui.components;

import com.vaadin.flow.i18n.I18NProvider;

/** A word of the screens that not everybody knows, with what it means: beside the word itself, and in the glossary. */
public enum Term {
    CHAMPION(Subject.MODELS),
    CANDIDATE(Subject.MODELS),
    TENURE(Subject.MODELS),
    LINEAGE(Subject.MODELS),
    MODEL_CARD(Subject.MODELS),
    REPRODUCIBLE(Subject.MODELS),
    RANGE(Subject.FIGURES),
    AUC(Subject.FIGURES),
    CALIBRATION(Subject.FIGURES),
    FAIRNESS(Subject.FIGURES),
    VALUE(Subject.FIGURES),
    VALUE_ASSUMPTIONS(Subject.FIGURES),
    RECOMPUTED(Subject.FIGURES),
    OUTCOME(Subject.FIGURES),
    PROMOTION_REQUEST(Subject.DECISIONS),
    POLICY(Subject.DECISIONS),
    USE(Subject.DECISIONS),
    CHECK(Subject.DECISIONS),
    TOO_CLOSE(Subject.DECISIONS),
    EVIDENCE(Subject.DECISIONS),
    OVERRIDE(Subject.DECISIONS),
    ROLLBACK(Subject.DECISIONS),
    AUDIT_CHAIN(Subject.DECISIONS),
    EXAMINATION(Subject.DECISIONS),
    RISK_LIST(Subject.LISTS),
    REASON(Subject.LISTS),
    EXPERIMENT(Subject.TRAINING),
    RUN(Subject.TRAINING),
    METRIC(Subject.TRAINING),
    ALIAS(Subject.TRAINING);

    /** What a term is about; the glossary groups them by it. */
    public enum Subject {
        MODELS,
        FIGURES,
        DECISIONS,
        LISTS,
        TRAINING;

        public String inWords() {
            return I18NProvider.translate("term.subject." + name());
        }
    }

    private final Subject subject;

    Term(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }

    /** The term itself. */
    public String word() {
        return I18NProvider.translate("term." + name());
    }

    /** In a sentence or two, without another term that needs explaining. */
    public String meaning() {
        return I18NProvider.translate("term." + name() + ".means");
    }

    /** Where it stands on the page of the glossary. */
    public String anchor() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
