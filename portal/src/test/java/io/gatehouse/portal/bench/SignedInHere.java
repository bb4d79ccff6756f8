package io.gatehouse.portal.bench;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Who is signed in is found through a static field, so that of several portals in one test run the last started would have it. This
 * gives it to the portal of the test that is about to run.
 */
public final class SignedInHere implements TestExecutionListener, Ordered {
    @Override
    public int getOrder() {
        // Before the listener that signs in whom @WithMockUser names.
        return 5_000;
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
    }
}
