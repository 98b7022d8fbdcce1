package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the document promises about the interface, to hold answers against.
final class ApiDocument {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(com.networknt.schema.SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build()));

    private final JsonNode document = read();

    /// An address with its method, such as `POST /api/v1/attempts`.
    record Operation(String name, JsonNode json) {}

    private static JsonNode read() {
        try (var file = ApiServer.class.getResourceAsStream("openapi.json")) {
            return JsonMapper.shared().readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json() {
        return document;
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase() + " " + path.getKey(), method.getValue()))));
        return operations;
    }

    Optional<Operation> operation(String name) {
        return operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst();
    }

    /// The node that a reference within the document means, or the node itself.
    JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").stringValue("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    Stream<JsonNode> parameters(Operation operation) {
        return operation.json().path("parameters").valueStream().map(this::resolve);
    }

    /// The names of the fields of the body.
    TreeSet<String> fields(Operation operation) {
        var schema = resolve(operation.json().at("/requestBody/content/application~1json/schema"));
        return new TreeSet<>(schema.path("properties").propertyNames());
    }

    /// Fails unless the document has this answer of the operation, of this type and shape.
    void check(String operation, int status, String type, byte[] body) {
        var known = operation(operation);
        if (known.isEmpty() || status == 405) {
            return;
        }
        var response = resolve(known.get().json().path("responses").path(String.valueOf(status)));
        assertThat(response.isMissingNode())
                .as("%s answers %d, and the document does not say so", operation, status)
                .isFalse();
        var content = response.path("content").path(type.split(";")[0]);
        assertThat(content.isMissingNode())
                .as("%s %d as %s", operation, status, type)
                .isFalse();
        assertThat(SCHEMAS.getSchema(alone(content.get("schema")))
                        .validate(JsonMapper.shared().readTree(body)))
                .as("%s %d", operation, status)
                .isEmpty();
    }

    /// The schema with everything that it can refer to.
    private ObjectNode alone(JsonNode schema) {
        var alone = JsonMapper.shared().createObjectNode();
        alone.set("components", document.get("components"));
        alone.putArray("allOf").add(schema);
        return alone;
    }
}
