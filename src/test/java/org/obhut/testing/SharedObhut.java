package org.obhut.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.obhut.launcher.DataFolder;

/** Starts the Obhut of this run when the first test class asks for it, and ends it after the last. */
final class SharedObhut implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningObhut.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    static RunningObhut of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedObhut.class))
                .getOrComputeIfAbsent(Started.class, type -> Started.now(), Started.class)
                .obhut;
    }

    private record Started(Surroundings surroundings, DeployedWar war, RunningObhut obhut) implements AutoCloseable {

        static Started now() {
            try {
                DataFolder.delete(DeployedWar.DATA);
                Surroundings surroundings = Surroundings.in(DeployedWar.DATA);
                DeployedWar war = DeployedWar.on(surroundings);
                return new Started(surroundings, war, new RunningObhut(surroundings));
            } catch (Exception e) {
                throw new IllegalStateException("Obhut did not start; see " + DeployedWar.DATA + "/log", e);
            }
        }

        @Override
        public void close() throws Exception {
            war.close();
            surroundings.close();
        }
    }
}
