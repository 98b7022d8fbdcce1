package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Topic;
import tools.jackson.databind.JsonNode;

class ApiDocumentTest extends ApiTestBase {
    private final ApiDocument document = new ApiDocument();

    @Test
    void namesEveryRouteAndNoOther() {
        assertThat(document.operations().stream().map(ApiDocument.Operation::name))
                .containsExactlyInAnyOrderElementsOf(Api.ROUTES.stream()
                        .filter(route -> route.caller() != ApiRoute.Caller.COMMAND)
                        .map(route -> route.method() + " " + route.path())
                        .toList());
    }

    @Test
    void isServedToAnybodyAsItIs() {
        try (var stranger = client(null)) {
            assertThat(stranger.get("/openapi.json").json()).isEqualTo(document.json());
        }
    }

    @Test
    void saysWhatHappensWithoutATokenAndWithAWrongBody() {
        for (var route : Api.ROUTES) {
            document.operation(route.method() + " " + route.path()).ifPresent(operation -> {
                var codes = new TreeSet<>(operation.json().get("responses").propertyNames());
                assertThat(codes).as(operation.name()).contains("403");
                if (route.hasBody()) {
                    assertThat(codes).as(operation.name()).contains("400", "413", "415", "422", "429");
                }
            });
        }
    }

    @Test
    void resolvesEveryReference() {
        assertThat(document.json().findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.json().at(reference.substring(1)).isMissingNode())
                        .isFalse());
    }

    @Test
    void namesTheFieldsThatEachBodyTakes() {
        for (var operation : document.operations()) {
            if (operation.json().has("requestBody")) {
                var call = operation.name().split(" ");
                var reply = phone.call(call[0], call[1], "{\"no-such-field\":1}".getBytes());
                assertThat(reply.status()).as(operation.name()).isEqualTo(422);
                var named = reply.detail().replaceAll(".*: |\\.$", "").split(", ");
                assertThat(document.fields(operation)).as(operation.name()).containsExactlyInAnyOrder(named);
            }
        }
    }

    @Test
    void namesParametersThatAreRead() {
        for (var operation : document.operations()) {
            document.parameters(operation)
                    .map(parameter -> parameter.get("name"))
                    .forEach(name -> {
                        var path = operation.name().split(" ")[1];
                        var reply = phone.get(path + "?" + name.stringValue() + "=many");
                        assertThat(reply.status())
                                .as(operation.name() + " " + name)
                                .isEqualTo(400);
                    });
        }
    }

    @Test
    void listsTheWordsOfTheDomain() {
        assertThat(words("Act"))
                .containsExactlyElementsOf(
                        Arrays.stream(Act.values()).map(Act::word).toList());
        assertThat(words("Topic"))
                .containsExactlyElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::word).toList());
        assertThat(words("Label"))
                .containsExactlyElementsOf(Arrays.stream(InboundLabel.values())
                        .map(InboundLabel::word)
                        .toList());
    }

    private java.util.List<String> words(String schema) {
        return document.json()
                .at("/components/schemas/" + schema + "/enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }
}
