package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What a step does, as a typed value. {@link Step#command()} holds the command for the same action. The sentences about a
 * step are looked up by {@link #name()} and {@link #variant()} when the step is shown.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Look.ShowCluster.class, name = "showCluster"),
    @JsonSubTypes.Type(value = Look.ViewInstances.class, name = "viewInstances"),
    @JsonSubTypes.Type(value = Look.QueryView.class, name = "queryView"),
    @JsonSubTypes.Type(value = Task.PrepareHost.class, name = "prepareHost"),
    @JsonSubTypes.Type(value = Look.ListPorts.class, name = "listPorts"),
    @JsonSubTypes.Type(value = Look.ListDisks.class, name = "listDisks"),
    @JsonSubTypes.Type(value = Look.ShowSpace.class, name = "showSpace"),
    @JsonSubTypes.Type(value = Look.ViewLogFiles.class, name = "viewLogFiles"),
    @JsonSubTypes.Type(value = Look.ExportDcr.class, name = "exportDcr"),
    @JsonSubTypes.Type(value = Change.AddLogFiles.class, name = "addLogFiles"),
    @JsonSubTypes.Type(value = Look.ConvertControlFile.class, name = "convertControlFile"),
    @JsonSubTypes.Type(value = Look.ListLogFiles.class, name = "listLogFiles"),
    @JsonSubTypes.Type(value = Change.CopyDirectory.class, name = "copyDirectory"),
    @JsonSubTypes.Type(value = Change.WriteFile.class, name = "writeFile"),
    @JsonSubTypes.Type(value = Change.ExtendDcr.class, name = "extendDcr"),
    @JsonSubTypes.Type(value = Look.CheckDcr.class, name = "checkDcr"),
    @JsonSubTypes.Type(value = Control.ExtendNode.class, name = "extendNode"),
    @JsonSubTypes.Type(value = Task.ReadLogs.class, name = "readLogs"),
    @JsonSubTypes.Type(value = Control.RegisterService.class, name = "registerService"),
    @JsonSubTypes.Type(value = Control.Start.class, name = "start"),
    @JsonSubTypes.Type(value = Control.AwaitStart.class, name = "awaitStart"),
    @JsonSubTypes.Type(value = Control.RegisterMonitor.class, name = "registerMonitor"),
    @JsonSubTypes.Type(value = Control.RestartMonitor.class, name = "restartMonitor"),
    @JsonSubTypes.Type(value = Task.AgreeOnRestarts.class, name = "agreeOnRestarts"),
    @JsonSubTypes.Type(value = Task.TellClients.class, name = "tellClients"),
    @JsonSubTypes.Type(value = Task.TellPartners.class, name = "tellPartners"),
    @JsonSubTypes.Type(value = Task.LookAfter.class, name = "lookAfter"),
    @JsonSubTypes.Type(value = Control.StopGroup.class, name = "stopGroup"),
    @JsonSubTypes.Type(value = Task.StopProcess.class, name = "stopProcess"),
    @JsonSubTypes.Type(value = Change.InitialiseDcr.class, name = "initialiseDcr"),
    @JsonSubTypes.Type(value = Task.StartOldNodes.class, name = "startOldNodes"),
    @JsonSubTypes.Type(value = Change.RemoveFile.class, name = "removeFile"),
    @JsonSubTypes.Type(value = Change.RemoveDirectory.class, name = "removeDirectory"),
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface Action permits Look, Change, Control, Task {
    /** Calls the method for this kind of action. */
    <R> R accept(Visitor<R> visitor);

    /** Calls the method for the sort of this action: {@link Look}, {@link Change}, {@link Control} or {@link Task}. */
    <R> R accept(Sorts<R> visitor);

    /** The name of this kind of action in JSON and in the message catalogues. */
    default String name() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /**
     * Selects one of several texts that the message catalogues have for this kind of action; empty if the kind has one
     * text.
     */
    default String variant() {
        return "";
    }

    /**
     * Whether the operating system user root carries out the action. If not, the owner of the installation or a person
     * carries it out. The default is {@code false}.
     */
    default boolean byRoot() {
        return false;
    }

    /** Conditions that this action must show in addition to the conditions in its texts. The default is none. */
    default List<Look.Aspect> aspects() {
        return List.of();
    }

    /**
     * One method for each kind of action. If a later version adds a kind, an implementation of this interface no longer
     * compiles until it handles that kind.
     */
    interface Visitor<R> extends Look.Visitor<R>, Change.Visitor<R>, Control.Visitor<R>, Task.Visitor<R> {}

    /** One method for each sort of action. Use it if the answer is the same for all kinds of one sort. */
    interface Sorts<R> {
        /** For an action that reads and changes nothing. */
        R look(Look action);

        /** For an action that writes files, directories or disks. */
        R change(Change action);

        /** For an action that registers, starts or stops processes. */
        R control(Control action);

        /** For an action that a person carries out. */
        R task(Task action);
    }
}
