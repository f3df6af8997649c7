package org.orrery.jobs.internal.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/**
 * Where the owner of a workspace can be reached: a socket in the workspace, or in a private temporary folder where the path
 * would be too long for the system or the disk takes no sockets, and a token that only the owner's user can read.
 */
final class ControlPlace {
    /** Systems take 104 to 108 bytes with the closing zero. */
    private static final int LONGEST_PATH = 100;
    private static final String SOCKET = "control.sock";
    private static final String ADDRESS = "control.address";
    private static final String TOKEN = "control.token";
    private static final String TEMPORARY = "orrery-control-";
    private final Path workspace;

    ControlPlace(Path workspace) {
        this.workspace = workspace;
    }

    /** Opens the door: only for the owner, so that whatever is there was left by a dead one. */
    ServerSocketChannel open(ControlToken token) throws IOException {
        clear();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        boolean opened = false;
        try {
            writePrivate(workspace.resolve(TOKEN), token.text());
            bind(server);
            opened = true;
            return server;
        } finally {
            if (!opened) {
                server.close();
                clear();
            }
        }
    }

    private void bind(ServerSocketChannel server) throws IOException {
        Path here = workspace.resolve(SOCKET);
        if (here.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            try {
                bind(server, here);
                return;
            } catch (IOException noSocketsOnThisDisk) {
                Files.deleteIfExists(here);
            }
        }
        Path elsewhere = Files.createTempDirectory(TEMPORARY).resolve(SOCKET);
        writePrivate(workspace.resolve(ADDRESS), elsewhere.toString());
        bind(server, elsewhere);
    }

    private static void bind(ServerSocketChannel server, Path socket) throws IOException {
        server.bind(UnixDomainSocketAddress.of(socket), 1_024);
        makePrivate(socket);
    }

    /** The socket of the owner. */
    UnixDomainSocketAddress address() throws IOException {
        Path elsewhere = workspace.resolve(ADDRESS);
        return UnixDomainSocketAddress.of(Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : workspace.resolve(SOCKET));
    }

    /** Whether there is a token: it comes first and goes last. */
    boolean announced() {
        return Files.exists(workspace.resolve(TOKEN));
    }

    /** The token of the owner. */
    ControlToken token() throws IOException {
        return ControlToken.of(Files.readString(workspace.resolve(TOKEN)).strip());
    }

    /** Takes everything away; for the owner alone. */
    void clear() throws IOException {
        Path named = workspace.resolve(ADDRESS);
        if (Files.exists(named)) {
            Path socket = Path.of(Files.readString(named).strip());
            Path folder = socket.getParent();
            // A file in the workspace does not say what is deleted elsewhere, unless it looks like what was made here.
            if (folder != null && folder.getFileName() != null && folder.getFileName().toString().startsWith(TEMPORARY)
                    && socket.getFileName().toString().equals(SOCKET) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(socket);
                Files.delete(folder);
            }
        }
        for (String each : List.of(ADDRESS, SOCKET, TOKEN)) {
            Files.deleteIfExists(workspace.resolve(each));
        }
    }

    private static void writePrivate(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary);
        makePrivate(temporary);
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** For the user alone, before anything is in it. */
    private static void makePrivate(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
            return;
        }
        AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
        }
    }
}
