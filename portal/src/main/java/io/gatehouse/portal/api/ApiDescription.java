package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.people.PasswordDoor;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes our own API to programs, at {@code /api/gatehouse/v1/openapi.json}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static {
        // Who acts follows from the credentials, not from a parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI gatehouseApi(PasswordDoor passwords) {
        OpenAPI api = new OpenAPI()
                .info(new Info()
                        .title("Gatehouse")
                        .version("v1")
                        .description(
                                "Promotion requests, votes, evaluations, policies, value assumptions and histories of a model registry."
                                        + " Errors are problem details (RFC 9457) with a stable code."))
                .components(new Components());
        if (passwords.isOpen()) {
            opens(api, "basic", "basic");
        }
        opens(api, "token", "bearer");
        return api;
    }

    private static void opens(OpenAPI api, String name, String scheme) {
        api.getComponents()
                .addSecuritySchemes(
                        name,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(scheme));
        api.addSecurityItem(new SecurityRequirement().addList(name));
    }

    /** Every call can be answered by a problem. */
    @Bean
    OpenApiCustomizer everyCallCanBeRefused() {
        return api -> {
            api.getComponents().addSchemas("Problem", problem());
            Content body = new Content()
                    .addMediaType(
                            "application/problem+json",
                            new io.swagger.v3.oas.models.media.MediaType()
                                    .schema(new Schema<>().$ref("#/components/schemas/Problem")));
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(call -> call.getResponses()
                                    .addApiResponse(
                                            "default",
                                            new ApiResponse()
                                                    .description("What is wrong, and the way out")
                                                    .content(body))));
        };
    }

    private static Schema<?> problem() {
        Schema<Object> problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema());
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema());
        problem.addProperty("code", new StringSchema().description("Stable, such as FOUR_EYES or INVALID_FIELD"));
        problem.addProperty(
                "field", new StringSchema().description("The field at fault; absent where it is none alone"));
        problem.addProperty(
                "sentence", new StringSchema().description("What is wrong, for people; the same as detail"));
        problem.addProperty("way_out", new StringSchema().description("What to do"));
        problem.required(List.of("status", "detail", "code", "sentence", "way_out"));
        return problem;
    }
}
