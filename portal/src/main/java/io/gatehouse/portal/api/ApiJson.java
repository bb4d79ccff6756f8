package io.gatehouse.portal.api;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Figures in our own JSON: it has no NaN and no infinity, and neither becomes text, which programs would take for a value. */
@Configuration(proxyBeanMethods = false)
class ApiJson {
    @Bean
    JsonMapperBuilderCustomizer figuresAreNumbersOrNull() {
        SimpleModule figures = new SimpleModule("figures");
        figures.addSerializer(Double.class, new FiniteOrNull());
        figures.addSerializer(Double.TYPE, new FiniteOrNull());
        return builder -> builder.addModule(figures);
    }

    private static final class FiniteOrNull extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (Double.isFinite(value)) {
                json.writeNumber(value.doubleValue());
            } else {
                json.writeNull();
            }
        }
    }
}
