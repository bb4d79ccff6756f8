package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.experiments.RunColumns.Choice;
import io.gatehouse.tracking.LoggedKeys;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which of the logged metrics and parameters a table of runs shows: those of the address, or what is usual for its reader. */
final class ColumnChooser implements Serializable {
    private final MultiSelectComboBox<Choice> field = new MultiSelectComboBox<>();
    private Set<Choice> usual = Set.of();
    private boolean reading;

    /** @param chosen told of the names in their order, once the reader chose */
    ColumnChooser(Consumer<List<String>> chosen) {
        field.setLabel(I18NProvider.translate("runs.columns"));
        field.setHelperText(I18NProvider.translate("runs.columns.hint"));
        field.setItemLabelGenerator(Choice::title);
        field.addClassName("gh-filter");
        field.addValueChangeListener(event -> {
            if (!reading) {
                chosen.accept(names());
            }
        });
    }

    MultiSelectComboBox<Choice> field() {
        return field;
    }

    /** @param remembered names that the reader chose at an earlier visit; without one of them, what tells most is usual */
    void offer(LoggedKeys logged, List<String> remembered) {
        List<Choice> all = RunColumns.of(logged);
        usual = named(all, remembered);
        if (usual.isEmpty()) {
            usual = RunColumns.atFirst(logged);
        }
        reading = true;
        field.setItems(all);
        reading = false;
    }

    /** @param names as in the address; what nothing logged is left out */
    void show(List<String> names) {
        Set<Choice> named = named(field.getListDataView().getItems().toList(), names);
        reading = true;
        field.setValue(named.isEmpty() ? usual : named);
        reading = false;
    }

    /** What is chosen, in the order of the chooser and not of the clicks. */
    List<Choice> inOrder() {
        Set<Choice> chosen = field.getValue();
        return field.getListDataView().getItems().filter(chosen::contains).toList();
    }

    /** The same as addresses write them. */
    List<String> names() {
        return inOrder().stream().map(Choice::inAddress).toList();
    }

    private static Set<Choice> named(List<Choice> all, List<String> names) {
        return all.stream().filter(choice -> names.contains(choice.inAddress())).collect(Collectors.toSet());
    }
}
