package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.Tenure;
import io.gatehouse.portal.ui.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Which version was in use when, as a band and as a list that says who approved it and on which figures. */
public class TenureTimeline extends Div {
    private static final double NARROWEST = 0.6;
    private static final double NARROWEST_WITH_LABEL = 7;

    /** @param tenures newest first @param now the right end of the band @param requests whether the reader may open them */
    public TenureTimeline(List<Tenure> tenures, Instant now, boolean requests) {
        addClassName("gh-tenures");
        Instant start = tenures.isEmpty() ? now : tenures.getLast().from();
        Div band = new Div(new Svg(band(tenures, start, now)));
        band.addClassName("gh-tenures-band");
        band.getElement()
                .setAttribute("role", "img")
                .setAttribute(
                        "aria-label", I18NProvider.translate("tenures.band", Figures.date(start), Figures.date(now)));
        Div ends = new Div(new Span(Figures.date(start)), new Span(Figures.date(now)));
        ends.addClassNames("gh-tenures-ends", "gh-caption");
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        tenures.forEach(tenure -> list.add(line(tenure, now, requests)));
        add(band, ends, list);
    }

    private static ListItem line(Tenure tenure, Instant now, boolean requests) {
        Instant to = tenure.to();
        Span version = new Span(I18NProvider.translate("version", tenure.version()));
        version.addClassName("gh-strong");
        String until = to == null
                ? I18NProvider.translate("tenures.still", Figures.date(tenure.from()))
                : I18NProvider.translate("tenures.until", Figures.date(tenure.from()), Figures.date(to));
        Span when = new Span(until);
        Span length = new Span(Figures.duration(Duration.between(tenure.from(), to == null ? now : to)));
        length.addClassName("gh-caption");
        Long rollback = tenure.rollbackNumber();
        Span who = new Span((rollback == null ? "" : I18NProvider.translate("tenures.put-back", "RB-" + rollback) + " ")
                + I18NProvider.translate(
                        "tenures.who", tenure.requestedBy(), String.join(", ", tenure.approvedBy()), tenure.policy()));
        who.addClassNames("gh-caption", "gh-grow");
        ListItem line = new ListItem(version, when, length, who);
        Double auc = tenure.auc();
        if (auc != null) {
            Span figure = new Span("AUC " + Figures.index(auc));
            figure.addClassName("gh-caption");
            line.add(figure);
        }
        Long request = tenure.requestNumber();
        if (request != null) {
            line.add(Places.linkIf(requests, Places.promotion(request), "PR-" + request));
        }
        return line;
    }

    private static String band(List<Tenure> tenures, Instant start, Instant now) {
        double whole = Math.max(Duration.between(start, now).toMillis(), 1);
        StringBuilder svg = new StringBuilder("<svg class='gh-plot' width='100%' height='40' aria-hidden='true'>");
        for (Tenure tenure : tenures.reversed()) {
            Instant to = tenure.to();
            double width = Math.max(
                    Duration.between(tenure.from(), to == null ? now : to).toMillis() / whole * 100, NARROWEST);
            // One that has just begun is seen at the end, not beyond it.
            double left = Math.min(Duration.between(start, tenure.from()).toMillis() / whole * 100, 100 - width);
            String current = to == null ? " is-now" : "";
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class='tenure%s' x='%.2f%%' y='4' width='%.2f%%' height='32' rx='5'/>",
                    current,
                    left,
                    Math.max(width - 0.3, 0.4)));
            if (width > NARROWEST_WITH_LABEL) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<text class='on-tenure%s' x='%.2f%%' y='25' text-anchor='middle'>%s</text>",
                        current,
                        left + width / 2,
                        "v" + tenure.version()));
            }
        }
        return svg.append("</svg>").toString();
    }
}
