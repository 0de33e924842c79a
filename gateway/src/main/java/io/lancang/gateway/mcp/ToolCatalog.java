package io.lancang.gateway.mcp;

import io.lancang.federation.OperationDescription;
import io.lancang.federation.OperationType;
import io.lancang.federation.SchemaIndex;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.gateway.document.TrustedTool;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.json.JsonArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The tools of one graph with certain documents. Thread-safe. */
final class ToolCatalog {
    private static final Logger LOG = Logger.getLogger(ToolCatalog.class);

    private final FederationEngine<ClientRequest> engine;
    private final List<TrustedTool> documents;
    private final Map<String, Tool> byName;
    private final String list;
    private volatile @Nullable SchemaIndex index;

    private ToolCatalog(FederationEngine<ClientRequest> engine, List<TrustedTool> documents, Map<String, Tool> byName) {
        this.engine = engine;
        this.documents = documents;
        this.byName = byName;
        this.list = new JsonArray(byName.values().stream().map(Tool::definition).toList()).encode();
    }

    /**
     * Makes the tools. Takes time, and a worker's thread.
     *
     * @param documents that are marked as tools
     * @param others tools that are no documents, whose names no document can have
     */
    static ToolCatalog of(FederationEngine<ClientRequest> engine, List<TrustedTool> documents, List<Tool> others) {
        Map<String, Tool> byName = new LinkedHashMap<>();
        for (TrustedTool document : documents) {
            Tool tool = tool(engine, document);
            if (tool != null) {
                byName.put(tool.name(), tool);
            }
        }
        others.forEach(tool -> byName.put(tool.name(), tool));
        return new ToolCatalog(engine, documents, byName);
    }

    /** What a document is in this graph. A contract, or another supergraph, may lack what it asks for: then it is no tool there. */
    private static @Nullable Tool tool(FederationEngine<ClientRequest> engine, TrustedTool document) {
        try {
            OperationDescription operation = engine.describe(document.document());
            if (operation.type() != OperationType.SUBSCRIPTION) {
                return Tool.OfDocument.of(document, operation);
            }
            LOG.warnf("The document %s is a subscription, and no tool: a tool answers once", document.id());
        } catch (IllegalArgumentException problem) {
            LOG.warnf(
                    "The document %s is no tool %s of this graph: it %s",
                    document.id(), document.name(), problem.getMessage());
        }
        return null;
    }

    /** Whether these are the tools of that graph with those documents. */
    boolean isOf(FederationEngine<ClientRequest> otherEngine, List<TrustedTool> otherDocuments) {
        return engine == otherEngine && documents.equals(otherDocuments);
    }

    /** The tool of that name; null if there is none. */
    @Nullable
    Tool find(String name) {
        return byName.get(name);
    }

    /** All of them as a JSON array of definitions, those of documents by their names, then the others. */
    String list() {
        return list;
    }

    /** Finds parts of the schema. Made when it is first asked for, which takes time, and a worker's thread. */
    SchemaIndex index() {
        SchemaIndex known = index;
        if (known == null) {
            // Two threads may both make one, which does no harm.
            known = engine.schemaIndex();
            index = known;
        }
        return Objects.requireNonNull(known);
    }
}
