package io.gatehouse.portal.ui.style;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Term;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;

/** Every word that the screens explain, by subject; each has an address of its own. */
@Route(value = "glossary", layout = MainLayout.class)
@PermitAll
public class GlossaryView extends Page implements BeforeEnterObserver {
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        setPageTitle(text("glossary.title"));
        add(new PageHeader(text("glossary.title")).verdict(text("glossary.verdict")));
        Stream.of(Term.Subject.values()).forEach(subject -> add(words(subject)));
        goToAnchor();
    }

    private static Section words(Term.Subject subject) {
        DescriptionList list = new DescriptionList();
        list.addClassNames("gh-panel", "gh-glossary");
        Stream.of(Term.values()).filter(term -> term.subject() == subject).forEach(term -> {
            DescriptionList.Term word =
                    new DescriptionList.Term(Places.link(Places.glossary(term.anchor()), term.word()));
            word.setId(term.anchor());
            list.add(word, new DescriptionList.Description(new Paragraph(term.meaning())));
        });
        return section(subject.inWords(), list);
    }
}
