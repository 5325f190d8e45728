// x86-64, System V: the trampoline behind mg::Defers::run. Its own frame keeps the caller's
// registers until the last deferred call has returned, because a panic in any of them may come back
// here (mg_resume_frame). Offset 0 of the frame is mg::DeferFrame::sp.
#if defined(__x86_64__)
        .text
        .globl  mg_with_defers
        .type   mg_with_defers, @function
        .p2align 4
// void mg_with_defers(DeferFrame* frame, void (*body)(void*), void* arguments)
mg_with_defers:
        pushq   %rbp
        movq    %rsp, %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        subq    $8, %rsp
        movq    %rsp, (%rdi)
        movq    %rdi, %rbx
        movq    %rdx, %rdi
        call    *%rsi
.Lbody_done:
        movq    %rbx, %rdi
        call    mg_run_deferred
        addq    $8, %rsp
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbx
        popq    %rbp
        ret
        .size   mg_with_defers, . - mg_with_defers

        .globl  mg_resume_frame
        .hidden mg_resume_frame
        .type   mg_resume_frame, @function
        .p2align 4
// void mg_resume_frame(DeferFrame* frame)
mg_resume_frame:
        movq    %rdi, %rbx
        movq    (%rdi), %rsp
        leaq    48(%rsp), %rbp
        jmp     .Lbody_done
        .size   mg_resume_frame, . - mg_resume_frame
#endif
        .section .note.GNU-stack, "", @progbits
