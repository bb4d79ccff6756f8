package io.gatehouse.portal.mlflow;

import io.gatehouse.people.Actor;
import io.gatehouse.tracking.Batch;
import io.gatehouse.tracking.DatasetInput;
import io.gatehouse.tracking.ModelOutput;
import io.gatehouse.tracking.Param;
import io.gatehouse.tracking.RunLog;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;

/** MLflow's calls by which runs log. */
@MlflowController
class RunLogController {
    private final RunLog log;

    RunLogController(RunLog log) {
        this.log = log;
    }

    @PostMapping("/runs/log-metric")
    WireAnswer metric(WireRequest request, Actor actor) {
        log.logMetric(actor, TrackingFields.runId(request), TrackingFields.metric(request));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/runs/log-parameter")
    WireAnswer param(WireRequest request, Actor actor) {
        log.logParam(actor, TrackingFields.runId(request), paramOf(request));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/runs/set-tag")
    WireAnswer setTag(WireRequest request, Actor actor) {
        log.setTag(actor, TrackingFields.runId(request), TrackingFields.tag(request));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/runs/delete-tag")
    WireAnswer deleteTag(WireRequest request, Actor actor) {
        log.deleteTag(actor, TrackingFields.runId(request), request.text("key"));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/runs/log-batch")
    WireAnswer batch(WireRequest request, Actor actor) {
        String runId = TrackingFields.runId(request);
        Batch batch = new Batch(
                request.objects("metrics").stream().map(TrackingFields::metric).toList(),
                request.objects("params").stream()
                        .map(RunLogController::paramOf)
                        .toList(),
                TrackingFields.tags(request));
        log.log(actor, runId, batch);
        return WireAnswer.EMPTY;
    }

    @PostMapping("/runs/log-inputs")
    WireAnswer inputs(WireRequest request, Actor actor) {
        List<String> models = request.objects("models").stream()
                .map(model -> model.text("model_id"))
                .toList();
        log.logInputs(
                actor,
                TrackingFields.runId(request),
                request.objects("datasets").stream()
                        .map(RunLogController::dataset)
                        .toList(),
                models);
        return WireAnswer.EMPTY;
    }

    @PostMapping("/runs/outputs")
    WireAnswer outputs(WireRequest request, Actor actor) {
        List<ModelOutput> made = request.objects("models").stream()
                .map(model -> new ModelOutput(
                        model.text("model_id"), model.optionalInt64("step").orElse(0)))
                .toList();
        if (!request.has("models")) {
            throw request.missing("models");
        }
        log.logOutputs(actor, TrackingFields.runId(request), made);
        return WireAnswer.EMPTY;
    }

    /** MLflow 2 clients tell of a model that they wrote as plain files of the run. */
    @PostMapping("/runs/log-model")
    WireAnswer model(WireRequest request, Actor actor) {
        String runId = TrackingFields.runId(request);
        ModelHistory.Entry entry = ModelHistory.read(request.text("model_json"), runId);
        log.changeTag(actor, runId, ModelHistory.TAG, before -> ModelHistory.append(before, entry));
        return WireAnswer.EMPTY;
    }

    private static Param paramOf(WireRequest fields) {
        return new Param(fields.text("key"), fields.optionalText("value").orElse(""));
    }

    private static DatasetInput dataset(WireRequest input) {
        WireRequest dataset = input.object("dataset").orElseThrow(() -> input.missing("dataset"));
        return new DatasetInput(
                dataset.text("name"),
                dataset.text("digest"),
                dataset.text("source_type"),
                dataset.text("source"),
                dataset.optionalText("schema").orElse(null),
                dataset.optionalText("profile").orElse(null),
                TrackingFields.tags(input));
    }
}
