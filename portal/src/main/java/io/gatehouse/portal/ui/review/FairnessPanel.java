package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import java.util.List;

/** Fairness by segment: who is too few to judge first, then every group beside its reference, then groups of two attributes. */
class FairnessPanel extends Div {
    FairnessPanel(CheckResult check) {
        List<SegmentFigures> few =
                check.segments().stream().filter(SegmentFigures::tooFew).toList();
        if (!few.isEmpty()) {
            add(few(few));
        }
        add(new SegmentPicture(check.segments()));
        if (!check.crossings().isEmpty()) {
            add(new PairsOfGroups(check.crossings()));
        }
        check.findings().stream()
                .filter(finding -> finding.reasonCode().equals("MULTIPLICITY"))
                .forEach(finding -> {
                    Paragraph line = new Paragraph(finding.sentence().in(Reader.language()));
                    line.addClassName("gh-caption");
                    add(line);
                });
    }

    private static Div few(List<SegmentFigures> groups) {
        UnorderedList list = new UnorderedList();
        groups.forEach(group -> list.add(new ListItem(group.sentence().in(Reader.language()))));
        Div notice = new Notice(Tone.WATCH, new H3(I18NProvider.translate("review.few", groups.size())), list);
        notice.addClassName("gh-few");
        return notice;
    }
}
