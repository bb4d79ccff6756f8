package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.examination.Examinations;
import io.gatehouse.portal.downloads.ExaminationDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.examination.ExaminationView;
import jakarta.annotation.security.PermitAll;

/** An examination on paper. */
@Route(value = "print/examinations/:id", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedExamination extends ExaminationView {
    private final transient PrintFrame frame;

    PrintedExamination(
            CurrentPerson current, Examinations examinations, ExaminationDownloads downloads, PrintFrame frame) {
        super(current, examinations, downloads);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        frame.around(this, event.getLocation());
    }
}
