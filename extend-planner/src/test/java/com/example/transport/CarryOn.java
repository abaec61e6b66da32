package com.example.transport;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.run.Journal;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.JournalText;
import io.github.dmdsc.extend.run.Run;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.extend.run.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Drives a plan on from its journal. */
public final class CarryOn {
    private CarryOn() {}

    /** Ends with the state of the plan; the same call goes on from there. */
    public static Status carryOn(ExtendPlan plan, Path journal, Transport transport) throws IOException {
        try (FileChannel channel = FileChannel.open(
                journal, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw new IOException("another run has the journal");
            }
            byte[] bytes = Channels.newInputStream(channel).readAllBytes();
            channel.truncate(JournalText.completeLength(bytes));
            channel.position(channel.size());
            List<JournalEntry> entries =
                    JournalText.read(plan, bytes, journal.toString()).value();
            Journal kept = entry -> {
                channel.write(ByteBuffer.wrap(JournalText.line(entry).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            };
            return Run.of(plan, entries).drive(transport, kept).status();
        }
    }
}
