package io.gatehouse.portal.ui.components;

import io.gatehouse.champions.ChampionSummary.Health;

/** How a version in use does: on track, watch, act now, not known. */
public class HealthBadge extends StatusBadge {
    public HealthBadge(Health health) {
        super(tone(health), Reader.word(health));
    }
}
