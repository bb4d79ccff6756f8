package io.gatehouse.policy;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Puts the shipped policies in place at each start: after a first start, which may furnish the house as of an earlier day, and before the
 * web server. Nobody depends on it, since what is depended on is started earlier than its phase says.
 */
@Component
class Furnishing implements SmartLifecycle {
    private final ShippedPolicies shipped;
    private boolean running;

    Furnishing(ShippedPolicies shipped) {
        this.shipped = shipped;
    }

    @Override
    public void start() {
        shipped.furnish();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 1;
    }
}
