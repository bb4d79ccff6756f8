package io.gatehouse.portal.ui.components;

import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.sentences.Words;

/** How a version in use does: on track, watch, act now, not known. */
public class HealthBadge extends StatusBadge {
    public HealthBadge(Health health) {
        super(tone(health), Words.of(health));
    }
}
