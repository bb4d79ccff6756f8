package io.gatehouse.portal.ui.examination;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.examination.Examination;
import io.gatehouse.examination.Examinations;
import io.gatehouse.examination.Examinations.Draw;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.FieldWords;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The examiner's desk: a sample is drawn here, and the earlier ones are listed. */
@Route(Places.EXAMINATIONS)
@PermitAll
public class ExaminationsView extends Page implements BeforeEnterObserver {
    private static final int USUAL_SIZE = 10;
    private static final int USUAL_MONTHS = 3;

    private final transient CurrentPerson current;
    private final transient Examinations examinations;
    private final transient Clock clock;
    private final Div refused = new Div();

    ExaminationsView(CurrentPerson current, Examinations examinations, Clock clock) {
        this.current = current;
        this.examinations = examinations;
        this.clock = clock;
        setPageTitle(text("examinations.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.EXAMINE);
        removeAll();
        add(
                new PageHeader(text("examinations.title"))
                        .explained(Term.EXAMINATION)
                        .verdict(text("examinations.intro")),
                form(),
                earlier(examinations.newest(current.actor())));
    }

    private Section form() {
        LocalDate today = Figures.day(clock.instant());
        DatePicker from = day("examinations.from", today.minusMonths(USUAL_MONTHS));
        DatePicker to = day("examinations.to", today);
        IntegerField size = new IntegerField(text("examinations.size"));
        size.setValue(USUAL_SIZE);
        size.setMin(1);
        size.setMax(Examinations.LARGEST);
        size.setStepButtonsVisible(true);
        TextField seed = new TextField(text("examinations.seed"));
        seed.setValue(DateTimeFormatter.BASIC_ISO_DATE.format(today));
        seed.setAllowedCharPattern("[0-9]");
        seed.setMaxLength(18);
        Button draw = new Button(text("examinations.draw"), click -> draw(from, to, size, seed));
        draw.addThemeVariants(ButtonVariant.PRIMARY);
        draw.setDisableOnClick(true);
        draw.addClickListener(click -> draw.setEnabled(true));
        Div fields = new Div(from, to, size, seed, draw);
        fields.addClassName("gh-toolbar");
        refused.getElement().setAttribute("role", "alert");
        return section(text("examinations.form"), text("examinations.form.intro"), fields, refused);
    }

    private void draw(DatePicker from, DatePicker to, IntegerField size, TextField seed) {
        refused.removeAll();
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        Integer wanted = size.getValue();
        if (first == null || last == null || wanted == null || seed.getValue().isBlank()) {
            refuse(text("examinations.incomplete"));
            return;
        }
        switch (examinations.draw(current.actor(), new Draw(first, last, wanted, Long.parseLong(seed.getValue())))) {
            case Outcome.Done<Examination>(Examination drawn) ->
                getUI().ifPresent(ui -> Places.go(ui, Places.examination(drawn.number())));
            case Outcome.Refused<Examination>(Refusal refusal) ->
                refuse(refusal.sentence().in(Reader.language()));
        }
    }

    private void refuse(String words) {
        Div notice = new Notice(Tone.ACT, new Span(words));
        refused.add(notice);
    }

    private static DatePicker day(String label, LocalDate day) {
        DatePicker picker = new DatePicker(text(label), day);
        picker.setI18n(FieldWords.days());
        return picker;
    }

    private static Section earlier(List<Examination> all) {
        if (all.isEmpty()) {
            return section(
                    text("examinations.earlier"),
                    new EmptyState(text("examinations.none"), text("examinations.none.hint")));
        }
        Table table = new Table(text("examinations.earlier"))
                .untitled()
                .column(text("examinations.number"))
                .column(text("examinations.state"))
                .column(text("examinations.period"))
                .column(text("examinations.drawn"))
                .column(text("examinations.seed"))
                .column(text("examinations.by"));
        all.forEach(each -> table.row(
                Places.link(Places.examination(each.number()), "EX-" + each.number()),
                ExaminationWords.badge(each),
                new Span(text("examinations.days", Figures.date(each.from()), Figures.date(each.to()))),
                new Span(ExaminationWords.counts(each)),
                new Span(Long.toString(each.seed())),
                new Span(text("examinations.by.at", each.drawnBy(), Figures.dateTime(each.drawnAt())))));
        return section(text("examinations.earlier"), table);
    }
}
