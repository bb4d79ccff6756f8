package io.gatehouse.scoring;

/** Why a description or a table was not accepted. Each code carries the English sentence; {names} in it are the parameters. */
public enum RefusalCode {
    DESCRIPTION_NOT_JSON(
            "evidence.json is not valid JSON (line {line}, column {column}). Write it with a JSON library and log it again."),
    DESCRIPTION_FIELD("The field {field} of the description {problem}. {remedy}"),
    LABEL_NOT_MATURE(
            "The labels were not complete: the snapshot of {snapshot} with its window of {days} days closes on {due}, and the"
                    + " labels are stated complete at {complete}. Wait until the window has closed, then log the evidence again."),
    NO_SEGMENTS("evidence.json names no segment columns, so fairness cannot be judged."
            + " Name them in the field segments; the table has: {present}."),

    TABLE_EMPTY("The file is empty (0 bytes). Write it again and send it."),
    TABLE_NOT_RECOGNISED(
            "The file is neither Parquet nor CSV: it {looks}. Send a Parquet file or an uncompressed CSV file"
                    + " in UTF-8."),
    TABLE_SEPARATOR("The CSV file separates its columns by {mark}, not by commas."
            + " Write it with commas, and decimals with a point, as pandas' to_csv does by default."),
    TABLE_CUT_OFF(
            "The Parquet file ends without its closing mark, as when an upload is cut off half-way. Send it again."),
    TABLE_UNREADABLE("The {format} file cannot be read{place}: {fault}. Write it again and send it."),
    TABLE_TOO_LARGE(
            "The file has {bytes} bytes, more than the limit of {limit}. Send fewer rows or columns, or write it as Parquet."),
    TABLE_TOO_MANY_ROWS("The table has {rows} rows, more than the limit of {limit}. Send a random sample of them."),
    TABLE_TOO_DEMANDING("The table needs more {resource} to read than the limit of {limit}. Send a smaller table."),
    TABLE_TOO_WIDE("The table has {columns} columns, more than the limit of {limit}."
            + " Send the columns that the description names, and the model's features."),
    COLUMN_TWICE("The table has more than one column named {column}. Give every column a name of its own."),
    COLUMN_MISSING("The table has no column {column}, which is needed as {role}. It has: {present}."
            + " Add the column, or name the right one in the field {field}."),

    NO_TEST_ROWS(
            "No row is in the test split: the column {column} holds {present}. Write the rows to be judged with the value test."),
    ID_MISSING("{rows} rows have no value in the id column {column}. Give every row its id."),
    ID_UNFIT(
            "{rows} rows have an id in the column {column} that is longer than 200 characters or holds a null character."
                    + " Use a shorter id."),
    DUPLICATE_IDS(
            "{ids} ids of the column {column} occur more than once, {example} for one. Keep one row for each id."),
    LEAKAGE(
            "{ids} ids of the column {column} are in more than one split, {example} for one, so the model may have seen what it is"
                    + " judged on. Split by id and log the evidence again."),
    LABEL_MISSING("{rows} of {of} rows of the {split} split have no label in the column {column}, more than {limit}."
            + " Log the evidence when the labels are known."),
    LABEL_NOT_BINARY(
            "The label column {column} holds {values}, and a label has exactly two values. Map it to 0 and 1."),
    POSITIVE_LABEL_UNDECLARED("The label column {column} holds {values}, and nothing says which one is positive."
            + " Name it in the field positive_label."),
    POSITIVE_LABEL_UNKNOWN("The positive label {positive} does not occur in the column {column}, which holds {values}."
            + " Correct the field positive_label."),
    ONE_CLASS("All {rows} rows of the test split carry the label {label}, so no model can be judged on them."
            + " Log a test split with both labels."),
    SCORES_INVALID(
            "{rows} of {of} rows of the {split} split have a score that is not a number in 0..1 in the column {column}, more than"
                    + " {limit}; {example} for one. Log the probability of the positive label."),
    VALUES_MISSING(
            "{rows} of {of} rows of the test split have no value in the column {column} that is a number from 0 to 1,000,000,000, more than"
                    + " {limit}. Correct the column, or take the field value out of the description."),
    WEIGHTS_INVALID(
            "{rows} of {of} rows have no weight in the column {column} that is a number from 0.000001 to 1,000,000; {example} for one."
                    + " Correct the column, or take the field weight out of the description. Weights of another size can all be"
                    + " multiplied by one number, since only their ratios count."),
    WEIGHTS_TOO_LARGE("The weights in the column {column} add up to more than 4,000,000,000 in one split."
            + " Divide them all by one number: only their ratios count."),
    DECIMAL_COMMA("The column {column} writes its numbers with a decimal comma, {example} for one."
            + " Write them with a point, as pandas' to_csv does by default."),
    TOO_MANY_GROUPS(
            "The segment column {column} has {groups} groups, more than the limit of {limit}. Band its values, or leave it out of"
                    + " the field segments."),
    REFERENCE_UNKNOWN(
            "The reference group {reference} does not occur in the segment column {column}, which holds {groups}."
                    + " Correct the field reference."),

    BATCH_EMPTY("The scored table has no rows. Score the population again and upload it."),
    BATCH_SCORES_INVALID(
            "{rows} of {of} rows have a score that is not a number in 0..1 in the column {column}, the id {example} for one."
                    + " Score the population again and upload the probabilities."),
    EXPLANATION_MISSING("The scored table has no column {column}, so its scores cannot be explained."
            + " Write one column contrib_<feature> for each feature, and contrib_bias."),
    EXPLANATION_INVALID("{rows} of {of} rows have a contribution that is not a number, the id {example} for one."
            + " Write the contributions of all features for every row."),
    EXPLANATION_MISMATCH(
            "In {rows} of {of} rows the contributions do not add up to the score: for the id {example} they give log-odds of"
                    + " {sum} and the score means {margin}. Take score and contributions from one model in one call."),
    VALUE_INVALID(
            "{rows} of {of} rows have a value that is not a number of at least 0 in the column {column}, the id {example} for one."
                    + " Correct the column, or leave it out."),

    OUTCOMES_EMPTY(
            "The file has a header and no rows. Write one row for each customer of whom it is known what became of them."),
    OUTCOME_ID_MISSING("{rows} of {of} rows have no id in the column {column}, row {row} below the header for one."
            + " Give every row the id that the customer had when scored."),
    OUTCOME_ID_UNFIT(
            "{rows} of {of} rows have an id in the column {column} that is longer than 200 characters or holds a null character,"
                    + " row {row} below the header for one. Give every row the id that the customer had when scored."),
    OUTCOME_MISSING("{rows} of {of} rows say nothing in the column {column}, row {row} below the header for one."
            + " Leave out customers of whom it is not known what became of them."),
    OUTCOME_NOT_A_LABEL(
            "Row {row} below the header says {said} in the column {column}, which is no outcome that is understood: {understood}."
                    + " Write 1 for who left and 0 for who stayed, or name the word for leaving in the field positive_label."),
    OUTCOME_DAY_INVALID(
            "{rows} of {of} rows have a day in the column {column} that cannot be read, row {row} below the header for one."
                    + " Write days as 2026-03-14, or leave the cell empty for today."),
    OUTCOME_DAY_AHEAD("{rows} of {of} rows say that something was seen after today, {today}, in the column {column},"
            + " row {row} below the header for one. Take outcomes in once they have come to pass."),
    OUTCOMES_CONTRADICT(
            "{ids} ids of the column {column} occur more than once and say different things, in rows {row} and {other} below the"
                    + " header for one. Keep one row for each customer: the last that was seen."),

    MODEL_NOT_XGBOOST(
            "The model was saved as {flavours}, and only what MLflow's xgboost flavour saves can be looked into."
                    + " Log it with mlflow.xgboost.log_model if it is an XGBoost model."),
    MODEL_FILE_MISSING("The model folder has no file {file}. Log the model again."),
    MODEL_TOO_LARGE("The model file has {bytes} bytes, more than the limit of {limit}, and was not looked into."),
    MODEL_UNREADABLE("XGBoost {reader} cannot load the model file {file}: {fault}. {remedy}"),
    MODEL_ENGINE_ABSENT("This server cannot load XGBoost ({fault}), so no model file can be looked into."
            + " On Linux it needs the system's package libgomp."),
    MODEL_OUTPUT_UNKNOWN(
            "The model with the objective {objective} gives {outputs} numbers for each row, and evidence has one score."),
    FEATURES_UNNAMED("The model was trained without feature names, so nothing says which column it is given."
            + " Train it on a table with column names."),
    FEATURES_CATEGORICAL("The model takes {feature} as a category, whose codes only the training knows."),
    FEATURES_MISSING("What the model was given is not in the evidence: {missing} of its features are missing."
            + " Log a file features.parquet beside the table, with the id and the features of some or all test rows."),
    FEATURES_WITHOUT_ID("The file of features has no column {column} by which its rows could be found in the evidence."
            + " It has: {present}."),
    FEATURES_OF_OTHERS("No row of the test split with a score has its features given."
            + " Log the features of test rows, under the ids of the evidence."),
    FEATURES_NOT_NUMBERS(
            "A feature holds text where the model takes numbers. Log the features as the model was given them."),
    FEATURES_UNUSABLE("XGBoost does not take the features: {fault}."),

    READER_STOPPED("Reading this file stopped the reader: {fault}; nothing was changed. {remedy}"),
    READER_UNAVAILABLE("The file was not read, because the reader of files {fault}; nothing was changed. {remedy}");

    private final String template;

    RefusalCode(String template) {
        this.template = template;
    }

    String template() {
        return template;
    }
}
