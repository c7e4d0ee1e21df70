package org.breakwater.adapters.ethereum;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.core.chain.ChainLog;
import org.breakwater.core.fact.ProtocolFact;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import tools.jackson.databind.JsonNode;

/// How the logs of one event are read as one kind of fact.
///
/// @param topic the first topic of its logs
/// @param indexed which parameters are topics, in the order of the declaration
record EventForm(String name, Hash32 topic, List<AbiForm> parameters, List<Boolean> indexed, MethodHandle constructor) {

    EventForm {
        parameters = List.copyOf(parameters);
        indexed = List.copyOf(indexed);
    }

    /// @param event of an ABI
    static EventForm of(JsonNode event, Class<?> fact) {
        var inputs = event.required("inputs");
        var forms = AbiForms.fields(inputs, fact);
        var indexed = new ArrayList<Boolean>();
        for (int i = 0; i < forms.size(); i++) {
            var isTopic = inputs.get(i).required("indexed").asBoolean();
            if (isTopic && (forms.get(i).isDynamic() || forms.get(i).head() != Word.LENGTH)) {
                throw new IllegalStateException("a topic of " + fact + " would be a hash");
            }
            indexed.add(isTopic);
        }
        return new EventForm(
                event.required("name").asString(), topic(event), forms, indexed, Records.constructor(fact));
    }

    static Hash32 topic(JsonNode event) {
        return Keccak.hash(event.required("name").asString() + signature(event.required("inputs")));
    }

    private static String signature(JsonNode inputs) {
        return inputs.valueStream()
                .map(input -> {
                    var type = input.required("type").asString();
                    return type.startsWith("tuple")
                            ? signature(input.required("components")) + type.substring("tuple".length())
                            : type;
                })
                .collect(Collectors.joining(",", "(", ")"));
    }

    /// @throws NotCanonical where the log is not of this form
    ProtocolFact read(ChainLog log) {
        var topics = indexed.stream().filter(isTopic -> isTopic).count();
        if (log.topics().size() != topics + 1) {
            throw new NotCanonical("it has " + log.topics().size() + " topics and not " + (topics + 1));
        }
        var values = new Object[parameters.size()];
        var inData = new ArrayList<AbiForm>(values.length);
        var topic = 1;
        for (int i = 0; i < values.length; i++) {
            if (indexed.get(i)) {
                var word = log.topics().get(topic++).bytes().toArray();
                values[i] = parameters.get(i).read(new AbiBytes(word), 0);
            } else {
                inData.add(parameters.get(i));
            }
        }
        fill(values, log, inData);
        return (ProtocolFact) Records.construct(constructor, values);
    }

    private void fill(Object[] values, ChainLog log, List<AbiForm> inData) {
        var data = new AbiBytes(log.data().toArray());
        var read = AbiForm.sequence(data, 0, inData);
        if (data.end() != data.length()) {
            throw new NotCanonical("there is something after its end");
        }
        var next = 0;
        for (int i = 0; i < values.length; i++) {
            if (!indexed.get(i)) {
                values[i] = read[next++];
            }
        }
    }
}
