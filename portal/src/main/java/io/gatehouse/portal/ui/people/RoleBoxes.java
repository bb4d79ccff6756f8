package io.gatehouse.portal.ui.people;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.components.Reader;
import java.util.Set;

/** The roles that somebody can have, each with what it lets them do. */
class RoleBoxes extends CheckboxGroup<Role> {
    RoleBoxes(Set<Role> granted) {
        super(I18NProvider.translate("people.roles"));
        setItems(Role.values());
        setItemLabelGenerator(Reader::word);
        setItemHelperGenerator(role -> I18NProvider.translate("role." + role.name()));
        setManualValidation(true);
        setValue(granted);
        setHelperText(I18NProvider.translate("people.roles.least"));
        addClassName("gh-role-boxes");
    }

    void refuse(String why) {
        setErrorMessage(why);
        setInvalid(true);
    }
}
