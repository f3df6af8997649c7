package org.orrery.learning.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyFieldHasATextAndEveryTextAField() throws Exception {
        Set<String> fields = Arrays.stream(Messages.class.getDeclaredFields()).filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(Field::getName).collect(Collectors.toSet());
        assertEquals(ResourceBundle.getBundle(Messages.class.getPackageName() + ".messages").keySet(), fields);
        for (String name : fields) {
            assertFalse(((String) Messages.class.getDeclaredField(name).get(null)).startsWith("NLS missing"), name);
        }
    }
}
