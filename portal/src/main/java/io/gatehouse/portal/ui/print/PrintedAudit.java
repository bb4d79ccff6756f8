package io.gatehouse.portal.ui.print;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.auditlog.AuditLog;
import io.gatehouse.portal.downloads.AuditDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.audit.AuditView;
import io.gatehouse.portal.ui.audit.ChainPanel;
import io.gatehouse.portal.ui.downloads.InBackground;
import io.gatehouse.savedviews.SavedViews;
import jakarta.annotation.security.PermitAll;

/** The newest events of the audit log that a filter leaves, on paper. */
@Route(value = "print/audit", autoLayout = false)
@PermitAll
public class PrintedAudit extends AuditView {
    private final transient PrintFrame frame;

    PrintedAudit(
            CurrentPerson current,
            AuditLog log,
            ChainPanel.Keepers keepers,
            AuditDownloads downloads,
            InBackground background,
            SavedViews views,
            PrintFrame frame) {
        super(current, log, keepers, downloads, background, views);
        this.frame = frame;
    }

    /** As much as anybody reads on paper; a workbook and an export have all. */
    private static final int MOST = 1_000;

    @Override
    protected int most() {
        return MOST;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
