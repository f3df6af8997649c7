package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.IParameter;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every command of ours can be called by the keyboard, and no two commands by the same keys at the same place. */
@ExtendWith(InWorkbench.class)
class KeysTest {
    private final IBindingService keys = PlatformUI.getWorkbench().getService(IBindingService.class);

    @Test
    void everyCommandHasKeys() throws Exception {
        List<String> bound = Arrays.stream(keys.getBindings()).map(Binding::getParameterizedCommand).filter(Objects::nonNull)
                .map(ParameterizedCommand::getId).toList();
        Command[] commands = PlatformUI.getWorkbench().getService(ICommandService.class).getDefinedCommands();
        List<String> ours = Arrays.stream(commands).filter(command -> command.getId().startsWith("org.orrery.") && !needsMore(command)).map(Command::getId)
                .sorted().toList();
        assertTrue(ours.size() > 20, ours::toString);
        assertEquals(List.of(), ours.stream().filter(id -> !bound.contains(id)).toList());
    }

    /** Whether keys alone do not say what it shall do: other parts of the window call it. */
    private static boolean needsMore(Command command) {
        try {
            IParameter[] parameters = command.getParameters();
            return parameters != null && Arrays.stream(parameters).anyMatch(parameter -> !parameter.isOptional());
        } catch (NotDefinedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noTwoCommandsShareTheirKeysInOneContext() {
        List<Binding> all = Arrays.stream(keys.getBindings()).filter(binding -> binding.getParameterizedCommand() != null).toList();
        List<String> clashes = all.stream().filter(binding -> binding.getParameterizedCommand().getId().startsWith("org.orrery."))
                .flatMap(ours -> all.stream().filter(other -> clash(ours, other)).map(other -> ours.getTriggerSequence() + ": " + ours.getParameterizedCommand().getId()
                        + " and " + other.getParameterizedCommand().getId()))
                .toList();
        assertEquals(List.of(), clashes);
    }

    /** Also keys that begin as others do: the workbench would wait for the rest. */
    private static boolean clash(Binding ours, Binding other) {
        return !ours.getParameterizedCommand().equals(other.getParameterizedCommand()) && ours.getContextId().equals(other.getContextId())
                && ours.getSchemeId().equals(other.getSchemeId())
                && (ours.getTriggerSequence().startsWith(other.getTriggerSequence(), true) || other.getTriggerSequence().startsWith(ours.getTriggerSequence(), true));
    }
}
